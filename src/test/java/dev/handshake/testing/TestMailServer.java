package dev.handshake.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A GreenMail server behind a {@link FaultySmtpProxy}, and an HTTP endpoint through which tests, which live in another
 * class loader, read the mails.
 */
class TestMailServer implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final FaultySmtpProxy proxy;
    private final HttpServer httpServer;

    TestMailServer() {
        server.start();
        try {
            proxy = new FaultySmtpProxy(server.getSmtp().getPort());
            httpServer = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            httpServer.createContext("/", this::serveMails);
            httpServer.start();
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    Map<String, String> settings() {
        return Map.of(
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                String.valueOf(proxy.port()),
                "test.post-office",
                "http://localhost:" + httpServer.getAddress().getPort() + "/");
    }

    /** Serves all mails to the address in the path, one per line. */
    private void serveMails(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().getPath().substring(1);
        byte[] mails = Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .map(TestMailServer::encode)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, mails.length == 0 ? -1 : mails.length);
        exchange.getResponseBody().write(mails);
        exchange.close();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
                    .map(Address::toString)
                    .anyMatch(address::equals);
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String encode(MimeMessage mail) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(bytes);
        } catch (IOException | MessagingException broken) {
            throw new IllegalStateException(broken);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Override
    public void close() {
        httpServer.stop(0);
        proxy.close();
        server.stop();
    }
}
