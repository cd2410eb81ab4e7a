package dev.handshake.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Many misbehaving connections of one account. */
class RequestFlood implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    /** Limits the attack to memory and permits, since this test needs the CPU too. */
    private static final int PAUSE_MILLIS = 500;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> responses = new ConcurrentLinkedQueue<>();
    private final URI portal;
    private final String token;
    private volatile boolean stopped;

    RequestFlood(URI portal, String token) {
        this.portal = portal;
        this.token = token;
    }

    /** Repeats the request on this many connections, with a pause after each response. */
    void repeat(int connections, String call, byte[] body) {
        for (int each = 0; each < connections; each++) {
            threads.submit(() -> {
                while (!stopped) {
                    request(call, body);
                    Thread.sleep(PAUSE_MILLIS);
                }
                return null;
            });
        }
    }

    private void request(String call, byte[] body) {
        try (Socket socket = connect()) {
            send(socket, call + "\r\nConnection: close\r\nContent-Length: " + body.length, body);
            responses.add(new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            responses.add("closed");
        }
    }

    /** Starts a request that sends less than it announces and never reads its response. */
    void sendIncomplete(String call, byte[] body) {
        threads.submit(() -> {
            Socket socket = connect();
            send(socket, call, body);
            return null;
        });
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(16 << 10); // so that the portal notices that nobody reads
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(portal.getHost(), portal.getPort()));
        return socket;
    }

    private void send(Socket socket, String call, byte[] body) throws IOException {
        String[] lines = call.split("\r\n", 2);
        String head = lines[0] + " HTTP/1.1\r\nHost: " + portal.getAuthority() + "\r\nX-Auth-Token: " + token + "\r\n"
                + (lines.length > 1 ? lines[1] + "\r\n" : "") + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(body);
    }

    /** The number of responses by status line. */
    Map<String, Long> responseCounts() {
        Map<String, Long> counts = new TreeMap<>();
        responses.forEach(each -> counts.merge(each, 1L, Long::sum));
        return counts;
    }

    @Override
    public void close() throws Exception {
        stopped = true;
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }
}
