package dev.handshake.openstack;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The REST client of a service, made anew when the service's URL changes.
 *
 * @param <A> the service's API
 */
class EndpointApi<A> {

    private final Class<A> type;
    private final long timeout;
    private final CallObserver observer;
    private volatile Client<A> last;

    private record Client<A>(URI url, A api) {}

    EndpointApi(Class<A> type, Duration timeout, CallObserver observer) {
        this.type = type;
        this.timeout = timeout.toMillis();
        this.observer = observer;
    }

    A at(URI url) {
        Client<A> client = last;
        if (client == null || !client.url.equals(url)) {
            client = new Client<>(url, build(url));
            last = client;
        }
        return client.api;
    }

    private A build(URI url) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(timeout, TimeUnit.MILLISECONDS)
                .readTimeout(timeout, TimeUnit.MILLISECONDS)
                .register(new ErrorResponse.Mapper())
                .register(new CallFilter(observer))
                .build(type);
    }
}
