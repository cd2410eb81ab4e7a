package dev.handshake.openstack;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** How {@link DataClient} connects. */
final class DataConnections {

    /** Of one replica; more than callers allow, so that none waits for a connection. */
    private static final int MAX_CONNECTIONS = 1_000;

    /** What a service may take to store the last bytes of an upload, and to answer. */
    private static final Duration MAX_COMMIT = Duration.ofMinutes(5);

    private DataConnections() {}

    /**
     * Connections are not reused: most end in the middle or last for long.
     *
     * @param timeout of connecting, of the response, and between bytes that arrive
     */
    static CloseableHttpClient newClient(Duration timeout) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setMaxConnPerRoute(MAX_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(timeout))
                                .setSocketTimeout(Timeout.of(timeout))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(timeout))
                        .setResponseTimeout(Timeout.of(timeout))
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Handshake")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** For uploads: the service may refuse before it gets the data, and may take its time after it. */
    static RequestConfig askingFirst(Duration timeout) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(timeout))
                .setResponseTimeout(Timeout.of(MAX_COMMIT))
                .setExpectContinueEnabled(true)
                .build();
    }
}
