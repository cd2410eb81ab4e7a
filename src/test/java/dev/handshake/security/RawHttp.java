package dev.handshake.security;

import dev.handshake.testing.TestUser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends raw requests that no HTTP client would send. */
class RawHttp {

    private static final int READ_TIMEOUT_MILLIS = 20_000;

    /** The response; status 0 if the connection was closed without one. */
    record RawResponse(int status, String text) {

        private static RawResponse parse(String text) {
            return new RawResponse(
                    text.matches("(?s)HTTP/1.[01] \\d{3}.*") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
        }
    }

    /** Sends a request with a body of known length. */
    static RawResponse send(String method, String target, List<String> headers, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        String head = head(method, target, headers) + "Content-Length: " + body.length + "\r\n\r\n";
        request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return send(request.toByteArray());
    }

    /** Sends it as HTTP/1.0, without a Host header. */
    static RawResponse sendHttp10(String method, String target, List<String> headers, byte[] body) {
        String all = String.join("", headers.stream().map(each -> each + "\r\n").toList());
        String head = method + " " + target + " HTTP/1.0\r\n" + all + "Content-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return send(request.toByteArray());
    }

    static String head(String method, String target, List<String> headers) {
        String all = String.join("", headers.stream().map(each -> each + "\r\n").toList());
        return method + " " + target + " HTTP/1.1\r\nHost: " + portal().getAuthority() + "\r\nConnection: close\r\n"
                + all;
    }

    static RawResponse send(byte[] request) {
        try (Socket socket = connect()) {
            write(socket.getOutputStream(), request);
            return RawResponse.parse(read(socket));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Socket connect() throws IOException {
        Socket socket = new Socket(portal().getHost(), portal().getPort());
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        return socket;
    }

    /** Connects with a small receive buffer, so that the portal notices if the response is not read. */
    static Socket connectWithSmallBuffer() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 << 10);
        socket.connect(new InetSocketAddress(portal().getHost(), portal().getPort()));
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        return socket;
    }

    /** The portal may respond and close before it has read everything. */
    private static void write(OutputStream out, byte[] request) throws IOException {
        try {
            out.write(request);
        } catch (SocketException closed) {
            // the response tells
        }
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            // what was read before is the response
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    private static URI portal() {
        return URI.create(TestUser.baseUrl());
    }
}
