package dev.handshake.openstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.keystone.ProjectTokens;
import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.web.Text;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;

/**
 * Downloads data of any size from one service of one region, without holding it. Follows no redirects.
 *
 * <p>A download may take any time, but not without a byte for longer than the timeout. How many run at a time is the
 * caller's to limit.
 */
public class DataClient implements AutoCloseable {

    /** Of one replica; more than callers allow, so that none waits for a connection. */
    private static final int MAX_CONNECTIONS = 1_000;

    private final String url;
    private final ProjectTokens tokens;
    private final ObjectMapper json;
    private final CallObserver observer;
    private final CloseableHttpClient client;

    /** @param timeout of connecting, of the response, and between bytes */
    public DataClient(URI url, Duration timeout, ProjectTokens tokens, ObjectMapper json, CallObserver observer) {
        this.url = Text.stripTrailing('/', url.toString());
        this.tokens = tokens;
        this.json = json;
        this.observer = observer;
        this.client = client(Timeout.of(timeout));
    }

    /** Connections are not reused: most end in the middle or last for long. */
    private static CloseableHttpClient client(Timeout timeout) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setMaxConnPerRoute(MAX_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
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

    /**
     * Opens data with the portal's token of a project.
     *
     * @param path below the service's URL, such as {@code /v2/images/ID/file}
     * @param name method and path pattern, as measured
     * @param from the first byte's offset
     * @return the data, to be closed by the caller; a broken or silent connection is an {@link IOException} there
     * @throws ServiceException for anything but data, also with status 204 where there is none
     * @throws UnknownProjectException if Keystone does not know the project
     */
    public InputStream open(String project, String path, String name, long from) {
        long start = System.nanoTime();
        try {
            return TokenRetry.call(tokens, project, token -> openWith(token, path, name, from));
        } catch (ServiceException failed) {
            if (failed.status() == 0) {
                observe(name, failed.getMessage(), start);
            }
            throw failed;
        } catch (UnknownProjectException unknown) {
            observe(name, "unknown project", start);
            throw unknown;
        } catch (IOException noToken) {
            ServiceException failed = ServiceException.disconnected(false, noToken);
            observe(name, failed.getMessage(), start);
            throw failed;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw ServiceException.away(0, "interrupted");
        }
    }

    private void observe(String name, String outcome, long start) {
        observer.record(name, outcome, "", Duration.ofNanos(System.nanoTime() - start));
    }

    private InputStream openWith(String token, String path, String name, long from) {
        HttpGet request = new HttpGet(url + path);
        request.setHeader("X-Auth-Token", token);
        if (from > 0) {
            request.setHeader(HttpHeaders.RANGE, "bytes=" + from + "-");
        }
        ClassicHttpResponse response = send(request, name);
        try {
            return new ResponseInputStream(request, response, data(response, from));
        } catch (ServiceException refused) {
            ResponseInputStream.drop(request, response);
            throw refused;
        } catch (IOException broken) {
            ResponseInputStream.drop(request, response);
            throw ServiceException.disconnected(true, broken);
        }
    }

    private ClassicHttpResponse send(HttpGet request, String name) {
        long start = System.nanoTime();
        try {
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            Header id = response.getFirstHeader("X-OpenStack-Request-Id");
            observer.record(
                    name,
                    String.valueOf(response.getCode()),
                    CallFilter.shorten(id == null ? null : id.getValue()),
                    Duration.ofNanos(System.nanoTime() - start));
            return response;
        } catch (IOException broken) {
            throw ServiceException.disconnected(true, broken);
        }
    }

    private InputStream data(ClassicHttpResponse response, long from) throws IOException {
        int status = response.getCode();
        if (status == 204) {
            throw ServiceException.refused(status, "there is no data");
        }
        InputStream body = response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
        if (status == 206 && startsAt(response, from)) {
            return body;
        }
        if (status != 200) {
            throw new ErrorResponse(status, body).read(json);
        }
        body.skipNBytes(from); // the service knows no ranges
        return body;
    }

    private static boolean startsAt(ClassicHttpResponse response, long from) {
        Header range = response.getFirstHeader(HttpHeaders.CONTENT_RANGE);
        return range != null && range.getValue().strip().startsWith("bytes " + from + "-");
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
