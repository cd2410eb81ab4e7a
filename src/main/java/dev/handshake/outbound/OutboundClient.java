package dev.handshake.outbound;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
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
 * Sends one request to a URL that a user typed. Follows no redirects, and sends no cookies, no credentials, and no
 * header that identifies the cloud.
 */
@ApplicationScoped
public class OutboundClient {

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

    public OutboundClient(PublicAddressResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * @param connections tracks everything that blocks; closing them aborts the request, and frees the response
     * @param longest how long the server may send nothing
     * @return the open response
     * @throws RefusedException one of the {@code URL_} reasons
     */
    public ClassicHttpResponse open(
            String method,
            OutboundUrl url,
            RequestPreparation prepare,
            OutboundConnections connections,
            Duration longest)
            throws IOException {
        resolver.requireAllowedPort(url);
        HttpHost host = new HttpHost(url.scheme(), url.host(), url.port());
        BasicClassicHttpRequest request = new BasicClassicHttpRequest(method, host, url.pathAndQuery());
        prepare.accept(request);
        try {
            return client(connections, Timeout.of(longest)).executeOpen(host, request, null);
        } catch (SSLPeerUnverifiedException hostMismatch) {
            throw new RefusedException(Reason.URL_CERTIFICATE_UNTRUSTED, url.host());
        } catch (SSLException failed) {
            boolean isUntrusted = failed.getCause() instanceof CertificateException;
            throw new RefusedException(
                    isUntrusted ? Reason.URL_CERTIFICATE_UNTRUSTED : Reason.URL_TLS_FAILED, url.host());
        } catch (UnknownHostException unknown) {
            throw new RefusedException(Reason.URL_HOST_NOT_ALLOWED, url.host());
        } catch (ClientProtocolException | MessageConstraintException | NoHttpResponseException notHttp) {
            throw new RefusedException(Reason.URL_NOT_HTTP, url.host());
        } catch (IOException unreachable) {
            throw new RefusedException(Reason.URL_UNREACHABLE, url.host());
        }
    }

    /** Adds headers and body. */
    @FunctionalInterface
    public interface RequestPreparation {
        void accept(BasicClassicHttpRequest request);
    }

    /** A new client for each request, so that no connection is reused and requests share no state. */
    private CloseableHttpClient client(OutboundConnections connections, Timeout timeout) {
        return HttpClients.custom()
                .setConnectionManager(manager(connections, timeout))
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

    private HttpClientConnectionManager manager(OutboundConnections connections, Timeout timeout) {
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
}
