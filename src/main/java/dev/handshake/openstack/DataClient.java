package dev.handshake.openstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.keystone.ProjectTokens;
import dev.handshake.keystone.UnknownProjectException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

/**
 * Downloads and uploads data of any size from and to one service of one region, without holding it. Follows no
 * redirects.
 *
 * <p>Either may take any time, but not without a byte for longer than the timeout. How many run at a time is the
 * caller's to limit.
 */
public class DataClient implements AutoCloseable {

    /** Opens data at its beginning. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    @FunctionalInterface
    private interface Transfer<T> {
        T run(String url, String token) throws IOException;
    }

    private final Endpoint endpoint;
    private final Duration timeout;
    private final ScheduledExecutorService watch;
    private final ProjectTokens tokens;
    private final ObjectMapper json;
    private final CallObserver observer;
    private final CloseableHttpClient client;

    /** @param timeout of connecting, of the response, and between bytes */
    public DataClient(
            Endpoint endpoint, Duration timeout, ProjectTokens tokens, ObjectMapper json, CallObserver observer) {
        this.endpoint = endpoint;
        this.timeout = timeout;
        this.watch = UploadWatch.newThread();
        this.tokens = tokens;
        this.json = json;
        this.observer = observer;
        this.client = DataConnections.newClient(timeout);
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
        return call(project, path, name, (url, token) -> openWith(url, token, name, from));
    }

    /**
     * Uploads data with the portal's token of a project. The service is asked before a byte is sent, so that a refusal
     * costs nothing.
     *
     * @param path and {@code name} as above
     * @param size of the data in bytes
     * @throws ServiceException for anything but success
     * @throws UnknownProjectException if Keystone does not know the project
     */
    public void send(String project, String path, String name, Source data, long size) {
        call(project, path, name, (url, token) -> sendWith(url, token, name, data, size));
    }

    private <T> T call(String project, String path, String name, Transfer<T> transfer) {
        long start = System.nanoTime();
        try {
            return TokenRetry.call(tokens, project, token -> transfer.run(endpoint.url(token, project) + path, token));
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

    private InputStream openWith(String url, String token, String name, long from) {
        HttpGet request = new HttpGet(url);
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

    private Void sendWith(String url, String token, String name, Source data, long size) {
        HttpPut request = new HttpPut(url);
        request.setHeader("X-Auth-Token", token);
        request.setConfig(DataConnections.askingFirst(timeout));
        try (InputStream watched = new UploadWatch(data.open(), size, request, timeout, watch)) {
            request.setEntity(new InputStreamEntity(watched, size, ContentType.APPLICATION_OCTET_STREAM));
            ClassicHttpResponse response = send(request, name);
            try (ResponseInputStream body = new ResponseInputStream(request, response, body(response))) {
                if (response.getCode() >= 300) {
                    throw new ErrorResponse(response.getCode(), body).read(json);
                }
                return null;
            }
        } catch (IOException broken) {
            throw ServiceException.disconnected(true, broken);
        }
    }

    private ClassicHttpResponse send(HttpUriRequestBase request, String name) {
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
        InputStream body = body(response);
        if (status == 206 && startsAt(response, from)) {
            return body;
        }
        if (status != 200) {
            throw new ErrorResponse(status, body).read(json);
        }
        body.skipNBytes(from); // the service knows no ranges
        return body;
    }

    private static InputStream body(ClassicHttpResponse response) throws IOException {
        return response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
    }

    private static boolean startsAt(ClassicHttpResponse response, long from) {
        Header range = response.getFirstHeader(HttpHeaders.CONTENT_RANGE);
        return range != null && range.getValue().strip().startsWith("bytes " + from + "-");
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }
}
