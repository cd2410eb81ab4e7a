package dev.handshake.openstack;

import dev.handshake.web.Text;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.lang.reflect.Method;
import java.time.Duration;

/** Records each call that got a response. */
class CallFilter implements ClientRequestFilter, ClientResponseFilter {

    private static final String START = CallFilter.class.getName() + ".start";

    /** Set by the client, as MicroProfile Rest Client requires. */
    private static final String METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";

    private static final int MAX_ID = 64;

    private final CallObserver observer;

    CallFilter(CallObserver observer) {
        this.observer = observer;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.setProperty(START, System.nanoTime());
    }

    /**
     * Also called where the connection failed, with neither status nor headers: then the failure is recorded instead.
     */
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (response.getStatus() <= 0) {
            return;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - (long) request.getProperty(START));
        String id = response.getHeaderString("X-OpenStack-Request-Id");
        observer.record(
                request.getMethod() + " /" + pattern(request), String.valueOf(response.getStatus()), shorten(id), took);
    }

    /** @param requestId the service's own; may be null */
    static String shorten(String requestId) {
        return Text.truncate(MAX_ID, Text.clean(requestId));
    }

    private static String pattern(ClientRequestContext request) {
        return request.getProperty(METHOD) instanceof Method method && method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
    }
}
