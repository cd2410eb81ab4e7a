package dev.handshake.importing;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.outbound.OutboundClient;
import dev.handshake.outbound.OutboundConnections;
import dev.handshake.outbound.OutboundUrl;
import dev.handshake.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;

/**
 * Opens the file at a URL, following redirects one by one. Sends no cookies, no credentials, and no header that
 * identifies the cloud.
 */
@ApplicationScoped
class RemoteFileFetcher {

    private static final int OK = 200;
    /** Content encodings that leave the data unchanged. Object stores keep the last two from the upload of a file. */
    private static final Set<String> IDENTITY_ENCODINGS = Set.of("", "identity", "binary", "aws-chunked");

    private final OutboundClient client;
    private final int maxRedirects;
    private final Duration timeout;

    RemoteFileFetcher(OutboundClient client, ImportConfig settings) {
        this.client = client;
        this.maxRedirects = settings.maxRedirects();
        this.timeout = settings.readTimeout();
    }

    /**
     * @param connections tracks everything that blocks; closing them aborts the request
     * @throws RefusedException one of the {@code URL_} reasons
     */
    RemoteFile open(OutboundUrl first, OutboundConnections connections) throws IOException {
        OutboundUrl url = first;
        for (int hops = 0; hops <= maxRedirects; hops++) {
            ClassicHttpResponse answer = client.open("GET", url, RemoteFileFetcher::unencoded, connections, timeout);
            Header onward = answer.getFirstHeader(HttpHeaders.LOCATION);
            if (answer.getCode() / 100 != 3 || onward == null) {
                return toRemoteFile(url, answer);
            }
            connections.closeOpen();
            url = url.resolveRedirect(onward.getValue());
        }
        throw new RefusedException(Reason.URL_TOO_MANY_REDIRECTS, maxRedirects);
    }

    private static void unencoded(HttpRequest request) {
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    }

    private static RemoteFile toRemoteFile(OutboundUrl url, ClassicHttpResponse answer) throws IOException {
        HttpEntity file = answer.getEntity();
        if (answer.getCode() != OK || file == null) {
            throw new RefusedException(reason(answer.getCode()), url.host(), answer.getCode());
        }
        requireIdentityEncoding(url, file.getContentEncoding());
        Long size = file.getContentLength() < 0 ? null : file.getContentLength();
        return new RemoteFile(file.getContent(), size);
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401, 403, 407 -> Reason.URL_NEEDS_SIGN_IN;
            case 429, 503 -> Reason.URL_SERVER_BUSY;
            default -> Reason.URL_UNEXPECTED_STATUS;
        };
    }

    private static void requireIdentityEncoding(OutboundUrl url, String encoding) {
        if (encoding != null && !IDENTITY_ENCODINGS.contains(encoding.strip().toLowerCase(Locale.ROOT))) {
            throw new RefusedException(Reason.URL_CONTENT_ENCODED, url.host(), Text.clean(encoding));
        }
    }
}
