package dev.handshake.security;

import dev.handshake.testing.TestUser;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A raw connection that is reused for several requests. */
class KeepAliveConnection implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\\r\\ncontent-length: (\\d+)\\r\\n");
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Socket socket = RawHttp.connect();

    KeepAliveConnection() throws IOException {}

    /** @return the status of the response, which is read completely */
    int request(String methodAndPath, String rest) throws IOException {
        String host = URI.create(TestUser.baseUrl()).getAuthority();
        send(methodAndPath + " HTTP/1.1\r\nHost: " + host + "\r\n" + rest);
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) read);
        }
        Matcher length = LENGTH.matcher(head);
        in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return Integer.parseInt(head.substring(9, 12));
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Sends the text repeatedly until the portal closes the connection.
     *
     * @return the time that took, {@code most} if it stays open
     */
    Duration dripUntilClosed(String text, Duration most) throws IOException {
        Instant begun = Instant.now();
        socket.setSoTimeout((int) PAUSE.toMillis());
        Duration age = Duration.ZERO;
        while (age.compareTo(most) < 0 && isOpen()) {
            try {
                send(text);
            } catch (SocketException closed) {
                return age;
            }
            age = Duration.between(begun, Instant.now());
        }
        return age;
    }

    private boolean isOpen() throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException silence) {
            return true;
        } catch (SocketException reset) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
