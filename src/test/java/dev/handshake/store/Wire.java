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

/** A line to a server that can be made a bad one. */
class Wire implements AutoCloseable {

    private final ServerSocket entry;
    private final URI server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile long most = Long.MAX_VALUE;
    private volatile boolean noisy;

    Wire(URI server) throws IOException {
        this.server = server;
        this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    String endpoint() {
        return "http://127.0.0.1:" + entry.getLocalPort();
    }

    /** Each connection breaks after so many bytes that the server says. */
    void breakAfter(long bytes) {
        most = bytes;
    }

    /** What is sent arrives changed, or not any more. */
    void damage(boolean damages) {
        noisy = damages;
    }

    private Void accept() throws IOException {
        while (true) {
            Socket client = entry.accept();
            Socket line = new Socket(server.getHost(), server.getPort());
            AtomicLong sent = new AtomicLong();
            threads.submit(() -> send(client, line, sent));
            threads.submit(() -> answer(line, client, sent));
        }
    }

    /** @param sent since the server last answered: the heads of requests are shorter than what is damaged */
    private Void send(Socket from, Socket to, AtomicLong sent) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[64 * 1024];
            for (int read; (read = in.read(buffer)) >= 0; ) {
                if (sent.addAndGet(read) > 8_000 && noisy) {
                    buffer[read - 1] ^= 1;
                }
                out.write(buffer, 0, read);
            }
            return null;
        }
    }

    private Void answer(Socket from, Socket to, AtomicLong sent) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[64 * 1024];
            long said = 0;
            for (int read; (read = in.read(buffer)) >= 0 && (said += read) < most; ) {
                sent.set(0);
                out.write(buffer, 0, read);
            }
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        threads.shutdownNow();
    }
}
