package dev.handshake.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.Eventually;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.impl.VertxBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Vert.x server with the portal's transport, limited to three connections per address. */
class LimitedTransportTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        VertxBuilder builder = new VertxBuilder(new VertxOptions().setEventLoopPoolSize(2)).init();
        vertx = builder.findTransport(new LimitedTransport(SHORT, LONG, new ConnectionLimiter(3)))
                .vertx();
        server = vertx.createHttpServer()
                .requestHandler(request -> request.response().end("served"))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void one_address_has_so_many_connections_and_another_as_many() throws Exception {
        List<Socket> some = List.of(connect("127.0.0.1"), connect("127.0.0.1"), connect("127.0.0.1"));
        assertTrue(assertServed(some.get(0)));
        try (Socket fourth = connect("127.0.0.1");
                Socket other = connect("127.0.0.2")) {
            assertFalse(assertServed(fourth));
            assertTrue(assertServed(other));
        }
        some.get(1).close();
        Eventually.isTrue(() -> {
            try (Socket later = connect("127.0.0.1")) {
                return assertServed(later);
            }
        });
        for (Socket each : some) {
            each.close();
        }
    }

    /** On this server nothing reports complete headers. */
    @Test
    void a_connection_ends_where_no_header_is_complete_in_time() throws Exception {
        try (Socket silent = connect("127.0.0.1")) {
            silent.setSoTimeout(20_000);
            assertEquals(-1, silent.getInputStream().read());
        }
    }

    @Test
    void addresses_of_one_network_are_one_client() throws Exception {
        ConnectionLimiter limiter = new ConnectionLimiter(1);
        assertTrue(limiter.tryAcquire(InetAddress.getByName("2001:db8::1")));
        assertFalse(limiter.tryAcquire(InetAddress.getByName("2001:db8::ffff:2")));
        assertTrue(limiter.tryAcquire(InetAddress.getByName("2001:db8:0:1::1")));
        assertTrue(limiter.tryAcquire(InetAddress.getByName("10.0.0.1")));
        assertTrue(limiter.tryAcquire(InetAddress.getByName("10.0.0.2")));
        assertFalse(limiter.tryAcquire(InetAddress.getByName("10.0.0.1")));
        limiter.release(InetAddress.getByName("2001:db8::3"));
        assertTrue(limiter.tryAcquire(InetAddress.getByName("2001:db8::4")));
        ConnectionLimiter none = new ConnectionLimiter(0);
        for (int each = 0; each < 1_000; each++) {
            assertTrue(none.tryAcquire(InetAddress.getByName("10.0.0.1")));
        }
    }

    private Socket connect(String from) throws IOException {
        InetAddress local = InetAddress.getByName(from);
        return new Socket(InetAddress.getByName("127.0.0.1"), server.actualPort(), local, 0);
    }

    private static boolean assertServed(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return socket.getInputStream().read() == 'H';
        } catch (SocketException closed) {
            return false;
        }
    }
}
