package dev.handshake.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A TCP proxy in front of a server that can simulate a faulty connection. */
class FaultyTcpProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final URI server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile long maxResponseBytes = Long.MAX_VALUE;
    private volatile boolean corruptsRequests;

    FaultyTcpProxy(URI server) throws IOException {
        this.server = server;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::acceptConnections);
    }

    String endpoint() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** Cuts each connection after this many bytes of responses. */
    void cutResponsesAfter(long bytes) {
        maxResponseBytes = bytes;
    }

    /** Corrupts request data, or stops doing so. */
    void corruptRequests(boolean damages) {
        corruptsRequests = damages;
    }

    private Void acceptConnections() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket line = new Socket(server.getHost(), server.getPort());
            AtomicLong sent = new AtomicLong();
            threads.submit(() -> forwardRequest(client, line, sent));
            threads.submit(() -> forwardResponse(line, client, sent));
        }
    }

    /** @param sent bytes since the last response; headers are shorter than the offset that is corrupted */
    private Void forwardRequest(Socket from, Socket to, AtomicLong sent) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[64 * 1024];
            for (int read; (read = in.read(buffer)) >= 0; ) {
                if (sent.addAndGet(read) > 8_000 && corruptsRequests) {
                    buffer[read - 1] ^= 1;
                }
                out.write(buffer, 0, read);
            }
            return null;
        }
    }

    private Void forwardResponse(Socket from, Socket to, AtomicLong sent) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[64 * 1024];
            long said = 0;
            for (int read; (read = in.read(buffer)) >= 0 && (said += read) < maxResponseBytes; ) {
                sent.set(0);
                out.write(buffer, 0, read);
            }
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
