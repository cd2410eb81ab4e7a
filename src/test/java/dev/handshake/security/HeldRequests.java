package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A number of requests that are under way at the same time and never finish: they send less than they announced, and
 * hardly read the response. The portal ends such a request after a few seconds, or refuses it; then it is sent again,
 * so that a slow machine sees as many of them as a fast one.
 */
class HeldRequests implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;

    private final byte[] request;
    private final ExecutorService threads;

    private HeldRequests(int count, byte[] request) {
        this.request = request;
        this.threads = Executors.newFixedThreadPool(count);
        for (int each = 0; each < count; each++) {
            threads.execute(this::sendAgainAndAgain);
        }
    }

    /** {@code call} is the method and the path; {@code body} is what is sent of it. */
    static HeldRequests open(int count, String call, String body, String... headers) {
        String[] words = call.split(" ");
        String head = RawHttp.head(words[0], words[1], List.of(headers)) + "\r\n";
        return new HeldRequests(count, (head + body).getBytes(StandardCharsets.UTF_8));
    }

    private void sendAgainAndAgain() {
        while (!threads.isShutdown()) {
            try (Socket socket = RawHttp.connectWithSmallBuffer()) {
                socket.setSoTimeout((int) PAUSE_MILLIS);
                socket.getOutputStream().write(request);
                hold(socket);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (IOException closed) {
                // by the portal: sent again
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    /** Returns when the request is under way no longer, or the test is over. */
    private void hold(Socket socket) throws IOException {
        boolean answered = false;
        while (!threads.isShutdown()) {
            try {
                int length = answered ? 1 : 12;
                String start = new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
                if (start.length() < length || !answered && !start.equals("HTTP/1.1 200")) {
                    return;
                }
                answered = true;
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (SocketTimeoutException unanswered) {
                // as it should be
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdownNow();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
    }
}
