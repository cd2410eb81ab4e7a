package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Sends an upload as a browser would, but streaming, without holding the file anywhere. */
class StreamedUpload {

    private static final String BOUNDARY = "----------------handshake";
    private static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final URI address;
    private final String cookies;
    private final String head;

    StreamedUpload(PackagedPortal portal, BrowserUser by, String image) {
        this.address = portal.uri("/DFW/images/uploads");
        this.cookies = cookieHeader(by);
        this.head = """
                --%1$s
                Content-Disposition: form-data; name="name"

                %2$s
                --%1$s
                Content-Disposition: form-data; name="file"; filename="disk.img"
                Content-Type: application/octet-stream

                """.formatted(BOUNDARY, image).replace("\n", "\r\n");
    }

    /** The user's cookies as a header. */
    static String cookieHeader(BrowserUser by) {
        return by.cookies().all().stream()
                .map(each -> each.name + "=" + each.value)
                .collect(Collectors.joining("; "));
    }

    /** @return the path of the new image's page */
    String send(InputStream file) throws Exception {
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofInputStream(() -> file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Cookie", cookies)
                .header("Content-Type", TYPE)
                .POST(body)
                .build();
        HttpResponse<String> response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(303, response.statusCode(), response::body);
        return URI.create(response.headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    /** Announces the whole file, sends part of it, and keeps the connection open. */
    Socket startPartial(InputStream file, int bytes) throws IOException {
        Socket connection = new Socket(address.getHost(), address.getPort());
        String request =
                "POST %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(address.getPath(), address.getAuthority(), cookies, TYPE, 2L << 30, head);
        connection.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().write(file.readNBytes(bytes));
        return connection;
    }
}
