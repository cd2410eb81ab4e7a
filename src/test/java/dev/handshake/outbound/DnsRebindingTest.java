package dev.handshake.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A name that points to another address at the next request, as between two deliveries of a webhook. */
class DnsRebindingTest {

    private static final String ALLOWED = "127.0.0.77";
    private static final String INTERNAL = "127.0.0.1";
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final List<String> reached = new CopyOnWriteArrayList<>();
    private volatile String pointsTo = ALLOWED;
    private HttpServer server;

    @BeforeEach
    void listenOnAllAddresses() throws IOException {
        server = HttpServer.create(new InetSocketAddress(0), 0);
        server.createContext("/", exchange -> {
            reached.add(exchange.getLocalAddress().getAddress().getHostAddress());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_address_is_checked_again_at_each_request() throws IOException {
        int port = server.getAddress().getPort();
        OutboundClient client = new OutboundClient(new PublicAddressResolver(
                new TestOutboundConfig(
                        Optional.of(List.of(new CidrBlock(ALLOWED + "/32"))), Optional.empty(), List.of(port)),
                dns()));
        assertEquals(204, post(client, port));
        pointsTo = INTERNAL;
        RefusedException refused = assertThrows(RefusedException.class, () -> post(client, port));
        assertEquals(Reason.URL_HOST_NOT_ALLOWED, refused.reason());
        assertEquals(List.of(ALLOWED), reached);
    }

    private static int post(OutboundClient client, int port) throws IOException {
        try (OutboundConnections connections = new OutboundConnections("100200", LONGEST)) {
            OutboundUrl url = OutboundUrl.parse("http://rebinding.example:" + port + "/");
            return client.open("POST", url, post -> {}, connections, LONGEST).getCode();
        }
    }

    private DnsResolver dns() {
        return new SystemDefaultDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return super.resolve(pointsTo);
            }
        };
    }
}
