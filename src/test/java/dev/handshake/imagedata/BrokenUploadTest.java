package dev.handshake.imagedata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.image.Image;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Malformed and interrupted uploads, which leave nothing behind. */
@PortalTest
@AlsoOnH2
class BrokenBrokenUploadTest {

    private final Cast cast = new Cast();

    @Inject
    StoreInspector inspector;

    @Test
    void what_is_no_upload_form_is_refused() {
        cast.producer.posts("/DFW/images/uploads", "name", "urlencoded").is(415);
        cast.producer
                .send(cast.producer
                        .formPost("/DFW/images/uploads")
                        .header("Content-Type", "multipart/form-data; boundary=\"\"")
                        .requestBody("no boundary"))
                .is(400)
                .says("it is not a multipart form with a file");
        cast.producer
                .send(
                        cast.producer
                                .formPost("/DFW/images/uploads")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .requestBody(
                                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\ncut off here"))
                .is(422)
                .says("was interrupted before the file was complete");
        cast.producer
                .send(
                        cast.producer
                                .formPost("/DFW/images/uploads")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .requestBody(
                                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\u0000b\"\r\n\r\nx\r\n--x--\r\n"))
                .is(400)
                .says("the file name contains a control character");
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing_behind() throws Exception {
        cast.producer.opens("/account");
        long before = inspector.totalCount();
        long images = Image.count();
        URI portal = URI.create(TestUser.baseUrl());
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /DFW/images/uploads HTTP/1.1\r\nHost: " + portal.getAuthority() + "\r\nCookie: "
                            + ConcurrentRequests.sessionCookies(cast.producer)
                            + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 8000000\r\n\r\n"
                            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[6 << 20]);
            out.flush();
            Eventually.isTrue(() -> inspector.totalCount() == before + 1);
        }
        Eventually.isTrue(() -> inspector.totalCount() == before);
        assertEquals(images, Image.count());
    }
}
