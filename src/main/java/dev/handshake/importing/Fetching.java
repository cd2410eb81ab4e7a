package dev.handshake.importing;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Opens the file at an address, hop by hop. Sends no cookie, no password, and no header that tells of the cloud. */
@ApplicationScoped
class Fetching {

    private static final int OK = 200;

    private final Reach reach;
    private final int mostHops;
    private final Timeout patience;

    Fetching(Reach reach, ImportSettings settings) {
        this.reach = reach;
        this.mostHops = settings.redirects();
        this.patience = Timeout.of(settings.silence());
    }

    /**
     * @param interruption told what breaks off the waiting, from any thread
     * @throws Refused one of the {@code ADDRESS_} reasons
     */
    Fetched open(Address address, Consumer<Runnable> interruption) throws IOException {
        CloseableHttpClient client = client();
        interruption.accept(() -> client.close(CloseMode.IMMEDIATE));
        boolean opened = false;
        try {
            Fetched fetched = follow(address, client);
            opened = true;
            return fetched;
        } finally {
            if (!opened) {
                client.close(CloseMode.IMMEDIATE);
            }
        }
    }

    /** One for each import: nothing of one is ever seen by another. */
    private CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(reach)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .build())
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(patience).build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(patience).build())
                .setUserAgent("Handshake")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private Fetched follow(Address first, CloseableHttpClient client) throws IOException {
        Address address = first;
        for (int hops = 0; hops <= mostHops; hops++) {
            ClassicHttpResponse answer = ask(reach.checked(address), client);
            Header onward = answer.getFirstHeader(HttpHeaders.LOCATION);
            if (answer.getCode() / 100 != 3 || onward == null) {
                return fetched(address, answer, client);
            }
            answer.close();
            address = address.onTo(onward.getValue());
        }
        throw new Refused(Reason.ADDRESS_LEADS_ON, mostHops);
    }

    private static ClassicHttpResponse ask(Address address, CloseableHttpClient client) throws IOException {
        HttpGet get = new HttpGet(address.uri());
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        try {
            return client.executeOpen(HttpHost.create(address.uri()), get, null);
        } catch (SSLException untrusted) {
            throw new Refused(Reason.ADDRESS_UNTRUSTED, address.host());
        } catch (UnknownHostException unknown) {
            throw new Refused(Reason.ADDRESS_CLOSED, address.host());
        } catch (IOException noAnswer) {
            throw new Refused(Reason.ADDRESS_UNREACHABLE, address.host());
        }
    }

    private static Fetched fetched(Address address, ClassicHttpResponse answer, CloseableHttpClient client)
            throws IOException {
        HttpEntity file = answer.getEntity();
        if (answer.getCode() != OK || file == null) {
            throw new Refused(Reason.ADDRESS_ANSWERED, address.host(), answer.getCode());
        }
        Long size = file.getContentLength() < 0 ? null : file.getContentLength();
        return new Fetched(file.getContent(), size, client);
    }
}
