package dev.handshake.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.keystone.ProjectTokens;
import dev.handshake.keystone.UnknownProjectException;
import io.smallrye.faulttolerance.api.Guard;
import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

/**
 * One service of one region: limits each call in time and number, signs it in, and says what came of it.
 *
 * @param <A> the service's API, a MicroProfile REST client whose bodies are streams
 */
public class ServiceClient<A> {

    private static final Logger LOG = Logger.getLogger(ServiceClient.class);

    /** A call to the service. */
    @FunctionalInterface
    public interface Request<A> {
        InputStream send(A api, String token);
    }

    @FunctionalInterface
    private interface Exchange<A> {
        JsonNode send(A api, String token) throws IOException;
    }

    private static final String BUSY = "too many calls at a time";
    private static final String TIMED_OUT = "no response in time";

    private final Endpoint endpoint;
    private final EndpointApi<A> apis;
    private final ProjectTokens tokens;
    private final ObjectMapper json;
    private final CallObserver observer;
    private final Guard guard;

    public ServiceClient(
            Class<A> type,
            Endpoint endpoint,
            CallLimits limits,
            ProjectTokens tokens,
            ObjectMapper json,
            CallObserver observer) {
        this.endpoint = endpoint;
        this.apis = new EndpointApi<>(type, limits.timeout(), observer);
        this.tokens = tokens;
        this.json = json;
        this.observer = observer;
        this.guard = limits.guard(type.getSimpleName(), ServiceClient::isOutage);
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof ServiceException known
                ? known.isOutage()
                : !(failure instanceof BulkheadException || failure instanceof UnknownProjectException);
    }

    /**
     * A call that changes nothing; repeated once if nothing answered.
     *
     * @param name method and path pattern, as measured
     * @throws ServiceException for anything but success
     * @throws UnknownProjectException if Keystone does not know the project
     */
    public JsonNode read(Credentials credentials, String name, Request<A> request) {
        return repeat(credentials, name, (api, token) -> BoundedBody.read(json, request.send(api, token)));
    }

    /**
     * Same, for a response of any size.
     *
     * @param keys what is read of it, at any depth
     */
    public JsonNode read(Credentials credentials, String name, Set<String> keys, Request<A> request) {
        return repeat(credentials, name, (api, token) -> BoundedBody.read(json, request.send(api, token), keys));
    }

    private JsonNode repeat(Credentials credentials, String name, Exchange<A> exchange) {
        try {
            return send(new Attempt(credentials, name, exchange));
        } catch (ServiceException failed) {
            if (!failed.isPassing()) {
                throw failed;
            }
            return send(new Attempt(credentials, name, exchange));
        }
    }

    /**
     * A call that is sent once.
     *
     * @param name method and path pattern, as measured
     * @return a missing node for an empty body
     * @throws ServiceException for anything but success
     * @throws UnknownProjectException if Keystone does not know the project
     */
    public JsonNode send(Credentials credentials, String name, Request<A> request) {
        return send(new Attempt(credentials, name, (api, token) -> BoundedBody.read(json, request.send(api, token))));
    }

    private JsonNode send(Attempt attempt) {
        try {
            return guard.call(attempt::run, JsonNode.class);
        } catch (UnknownProjectException | ServiceException known) {
            throw attempt.observe(known);
        } catch (BulkheadException notSent) {
            throw attempt.observe(ServiceException.away(0, BUSY));
        } catch (CircuitBreakerOpenException notSent) {
            throw attempt.observe(ServiceException.away(0, "no response for some time"));
        } catch (TimeoutException slow) {
            throw attempt.observe(
                    attempt.sentTo != null
                            ? ServiceException.unclear(0, TIMED_OUT)
                            : ServiceException.away(0, TIMED_OUT));
        } catch (Exception failed) {
            throw attempt.observe(attempt.describe(failed));
        }
    }

    /** One call, with the time that it began. */
    private class Attempt {

        private final long start = System.nanoTime();
        private final Credentials credentials;
        private final String name;
        private final Exchange<A> exchange;

        /** Null before, and where nothing was done. */
        private volatile URI sentTo;

        Attempt(Credentials credentials, String name, Exchange<A> exchange) {
            this.credentials = credentials;
            this.name = name;
            this.exchange = exchange;
        }

        JsonNode run() throws Exception {
            return credentials.token() == null
                    ? TokenRetry.call(tokens, credentials.project(), this::sendWith)
                    : sendWith(credentials.token());
        }

        private JsonNode sendWith(String token) throws IOException, InterruptedException {
            URI url = endpoint.url(token, credentials.project());
            A api = apis.at(url);
            sentTo = url;
            try {
                return exchange.send(api, token);
            } catch (ErrorResponse response) {
                ServiceException failure = response.read(json);
                sentTo = failure.status() == 401 ? null : url; // then the next step is to sign in again
                throw failure;
            }
        }

        ServiceException describe(Exception failed) {
            if (!ServiceException.isCausedBy(
                    failed, IOException.class, ProcessingException.class, VertxException.class)) {
                LOG.errorf(failed, "%s failed for another reason than its connection", name);
            }
            return ServiceException.disconnected(sentTo != null, failed);
        }

        /** A response has been recorded where it arrived. */
        <E extends RuntimeException> E observe(E failure) {
            if (sentTo != null && isOutage(failure)) {
                endpoint.reportOutage(sentTo);
            }
            if (!(failure instanceof ServiceException known) || known.status() == 0) {
                String outcome = failure instanceof ServiceException known ? known.getMessage() : "unknown project";
                observer.record(name, outcome, "", Duration.ofNanos(System.nanoTime() - start));
            }
            return failure;
        }
    }
}
