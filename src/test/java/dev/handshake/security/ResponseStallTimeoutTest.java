package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TokenIssuer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Clients that read too slowly are disconnected. In tests the minimum is 64 KiB every 4 seconds. */
@PortalTest
class ResponseStallTimeoutTest {

    private static final int SIZE = 8 << 20;

    private final Cast cast = new Cast();

    @Test
    void a_download_that_nobody_reads_is_cut_off() throws Exception {
        try (Socket socket = startDownload()) {
            Thread.sleep(10_000);
            assertTrue(read(socket, SIZE, 0) < SIZE, "it is not whole, since it was cut off");
        }
    }

    @Test
    void a_download_may_be_slow() throws Exception {
        try (Socket socket = startDownload()) {
            assertTrue(read(socket, SIZE / 2, 400) >= SIZE / 2);
            assertTrue(read(socket, SIZE, 0) > SIZE / 2 - (1 << 20), "the rest comes too");
        }
    }

    private Socket startDownload() throws IOException {
        ApiClient owner = ApiClient.forUser(cast.producer);
        UUID image = owner.creates("downloaded");
        owner.put("/v2/images/" + image + "/file", new byte[SIZE]).is(204);
        Socket socket = RawHttp.connectWithSmallBuffer();
        String token = "X-Auth-Token: " + TokenIssuer.token(cast.producer.claims());
        String head = RawHttp.head("GET", "/DFW/v2/images/" + image + "/file", List.of(token)) + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /**
     * Reads up to {@code most} bytes, pausing for some milliseconds after each 256 KiB.
     *
     * @return the number of bytes read
     */
    private static int read(Socket socket, int most, long pause) throws Exception {
        InputStream in = socket.getInputStream();
        int all = 0;
        try {
            while (all < most) {
                int some = in.readNBytes(256 << 10).length;
                if (some == 0) {
                    break;
                }
                all += some;
                Thread.sleep(pause);
            }
        } catch (SocketException cutOff) {
            // the connection was closed
        }
        return all;
    }
}
