package dev.handshake.importing;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;

/**
 * Opens the file at a URL, following redirects one by one. Sends no cookies, no credentials, and no header that
 * identifies the cloud.
 */
@ApplicationScoped
class RemoteFileFetcher {

    private static final int OK = 200;
    /** Content encodings that leave the data unchanged. Object stores keep the last two from the upload of a file. */
    private static final Set<String> IDENTITY_ENCODINGS = Set.of("", "identity", "binary", "aws-chunked");
    /** Bounds response headers from untrusted servers, and reads them as one character per byte. */
    private static final ManagedHttpClientConnectionFactory CONNECTION_FACTORY =
            ManagedHttpClientConnectionFactory.builder()
                    .http1Config(Http1Config.custom()
                            .setMaxLineLength(100_000)
                            .setMaxHeaderCount(1_000)
                            .build())
                    .charCodingConfig(CharCodingConfig.custom()
                            .setCharset(StandardCharsets.ISO_8859_1)
                            .build())
                    .build();

    private final PublicAddressResolver resolver;
    private final int maxRedirects;
    private final Timeout timeout;

    RemoteFileFetcher(PublicAddressResolver resolver, ImportConfig settings) {
        this.resolver = resolver;
        this.maxRedirects = settings.maxRedirects();
        this.timeout = Timeout.of(settings.readTimeout());
    }

    /**
     * @param connections tracks everything that blocks; closing them aborts the request
     * @throws RefusedException one of the {@code URL_} reasons
     */
    RemoteFile open(ImportUrl first, ImportConnections connections) throws IOException {
        ImportUrl importUrl = first;
        for (int hops = 0; hops <= maxRedirects; hops++) {
            ClassicHttpResponse answer = get(resolver.requireAllowedPort(importUrl), connections);
            Header onward = answer.getFirstHeader(HttpHeaders.LOCATION);
            if (answer.getCode() / 100 != 3 || onward == null) {
                return toRemoteFile(importUrl, answer);
            }
            connections.closeOpen();
            importUrl = importUrl.resolveRedirect(onward.getValue());
        }
        throw new RefusedException(Reason.URL_TOO_MANY_REDIRECTS, maxRedirects);
    }

    private ClassicHttpResponse get(ImportUrl importUrl, ImportConnections connections) throws IOException {
        HttpHost host = new HttpHost(importUrl.scheme(), importUrl.host(), importUrl.port());
        BasicClassicHttpRequest get = new BasicClassicHttpRequest("GET", host, importUrl.pathAndQuery());
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        try {
            return client(connections).executeOpen(host, get, null);
        } catch (SSLPeerUnverifiedException hostMismatch) {
            throw new RefusedException(Reason.URL_CERTIFICATE_UNTRUSTED, importUrl.host());
        } catch (SSLException failed) {
            boolean isUntrusted = failed.getCause() instanceof CertificateException;
            throw new RefusedException(
                    isUntrusted ? Reason.URL_CERTIFICATE_UNTRUSTED : Reason.URL_TLS_FAILED, importUrl.host());
        } catch (UnknownHostException unknown) {
            throw new RefusedException(Reason.URL_HOST_NOT_ALLOWED, importUrl.host());
        } catch (ClientProtocolException | MessageConstraintException | NoHttpResponseException notHttp) {
            throw new RefusedException(Reason.URL_NOT_HTTP, importUrl.host());
        } catch (IOException unreachable) {
            throw new RefusedException(Reason.URL_UNREACHABLE, importUrl.host());
        }
    }

    /** A new client for each hop, so that no connection is reused and imports share no state. */
    private CloseableHttpClient client(ImportConnections connections) {
        return HttpClients.custom()
                .setConnectionManager(manager(connections))
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .setUserAgent("Handshake")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private HttpClientConnectionManager manager(ImportConnections connections) {
        return new PoolingHttpClientConnectionManagerBuilder() {
            @Override
            protected HttpClientConnectionOperator createConnectionOperator(
                    SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
                return new DefaultHttpClientConnectionOperator(
                        connections,
                        ports,
                        names,
                        RegistryBuilder.<TlsSocketStrategy>create()
                                .register("https", tls)
                                .build());
            }
        }.setDnsResolver(resolver.withTimeout(connections, timeout.toDuration()))
                .setConnectionFactory(CONNECTION_FACTORY)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(timeout).build())
                .build();
    }

    private static RemoteFile toRemoteFile(ImportUrl importUrl, ClassicHttpResponse answer) throws IOException {
        HttpEntity file = answer.getEntity();
        if (answer.getCode() != OK || file == null) {
            throw new RefusedException(reason(answer.getCode()), importUrl.host(), answer.getCode());
        }
        requireIdentityEncoding(importUrl, file.getContentEncoding());
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

    private static void requireIdentityEncoding(ImportUrl importUrl, String encoding) {
        if (encoding != null && !IDENTITY_ENCODINGS.contains(encoding.strip().toLowerCase(Locale.ROOT))) {
            throw new RefusedException(Reason.URL_CONTENT_ENCODED, importUrl.host(), Text.clean(encoding));
        }
    }
}
