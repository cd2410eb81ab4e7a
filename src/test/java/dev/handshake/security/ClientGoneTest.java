package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TokenIssuer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that disconnects is logged in one line, without a stack trace. */
@PortalTest
class ClientGoneTest {

    private static final int SIZE = 6 << 20;

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private LogCapture log;

    @BeforeEach
    void captureLog() {
        cast.producer.opens("/account");
        log = new LogCapture();
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void an_upload_to_the_api_that_breaks_off() throws Exception {
        UUID image = owner.creates("broken off");
        try (Socket socket = send(apiUpload(image), new byte[1 << 20])) {
            owner.awaitImageStatus(image, "saving");
        }
        assertQuietLine();
        owner.awaitImageStatus(image, "queued");
    }

    @Test
    void an_uploaded_form_that_breaks_off() throws Exception {
        try (Socket socket = send(formUpload(SIZE), new byte[1 << 20])) {
            Thread.sleep(200);
        }
        assertQuietLine();
    }

    @Test
    void a_body_that_breaks_off() throws Exception {
        List<String> json = List.of(token(), "Content-Type: application/json", "Content-Length: 1000");
        send(RawHttp.head("POST", "/DFW/v2/images", json) + "\r\n", new byte[0]).close();
        List<String> form = List.of(cookies(), "Content-Type: application/x-www-form-urlencoded", "Content-Length: 99");
        send(RawHttp.head("POST", "/DFW/offerings/reviews", form) + "\r\n", new byte[0])
                .close();
        Thread.sleep(500);
        assertNoFailure();
    }

    private void assertQuietLine() {
        Eventually.isTrue(() -> log.text().contains("The client is gone"));
        assertNoFailure();
    }

    private void assertNoFailure() {
        String written = log.text();
        assertFalse(written.contains("ERROR") || written.contains("\tat "), written);
    }

    private static Socket send(String head, byte[] begin) throws IOException {
        Socket socket = RawHttp.connect();
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(begin);
        return socket;
    }

    private String apiUpload(UUID image) {
        List<String> headers = List.of(token(), "Content-Type: application/octet-stream", "Content-Length: " + SIZE);
        return RawHttp.head("PUT", "/DFW/v2/images/" + image + "/file", headers) + "\r\n";
    }

    private String formUpload(int length) {
        String type = "Content-Type: multipart/form-data; boundary=x";
        return RawHttp.head("POST", "/DFW/images/uploads", List.of(cookies(), type, "Content-Length: " + length))
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n";
    }

    private String token() {
        return "X-Auth-Token: " + TokenIssuer.token(cast.producer.claims());
    }

    private String cookies() {
        return "Cookie: " + ConcurrentRequests.sessionCookies(cast.producer);
    }
}
