package dev.handshake.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** An API client with a user's token. All paths are in DFW unless absolute. */
public class ApiClient {

    /** A response. */
    public record ApiResponse(int status, HttpResponse<byte[]> response) {

        public ApiResponse is(int expected) {
            assertEquals(expected, status, () -> response.request().method() + " " + response.uri() + ": " + text());
            return this;
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public byte[] bytes() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException none) {
                throw new AssertionError(text(), none);
            }
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<String> headers = new ArrayList<>(List.of("Accept", "application/json"));

    /** A client without a token. */
    public ApiClient() {}

    public ApiClient(String token) {
        withHeader("X-Auth-Token", token);
    }

    /** A client with an access token that has the user's claims. */
    public static ApiClient forUser(TestUser testUser) {
        return new ApiClient(TokenIssuer.token(testUser.claims()));
    }

    public ApiClient withHeader(String header, String value) {
        headers.add(header);
        headers.add(value);
        return this;
    }

    public ApiClient accepting(String types) {
        headers.subList(0, 2).clear();
        return types == null ? this : withHeader("Accept", types);
    }

    public ApiResponse get(String path, String... more) {
        return send("GET", path, BodyPublishers.noBody(), more);
    }

    public ApiResponse post(String path, String body, String... more) {
        return send("POST", path, BodyPublishers.ofString(body), more);
    }

    public ApiResponse put(String path, String body, String... more) {
        return send("PUT", path, BodyPublishers.ofString(body), more);
    }

    public ApiResponse put(String path, byte[] data) {
        return send("PUT", path, BodyPublishers.ofByteArray(data), "Content-Type", "application/octet-stream");
    }

    public ApiResponse patch(UUID image, String body) {
        return send(
                "PATCH",
                "/v2/images/" + image,
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/openstack-images-v2.1-json-patch");
    }

    public ApiResponse delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public ApiResponse send(String method, String path, BodyPublisher body, String... more) {
        try {
            HttpResponse<byte[]> response =
                    CLIENT.send(request(method, path, body, more), HttpResponse.BodyHandlers.ofByteArray());
            return new ApiResponse(response.statusCode(), response);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(method + " " + path, broken);
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... more) {
        String url =
                path.startsWith("http") ? path : TestUser.baseUrl() + (path.startsWith("/v") ? "/DFW" + path : path);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).method(method, body);
        addHeaders(request, headers.toArray(String[]::new));
        addHeaders(request, more);
        return request.build();
    }

    private static void addHeaders(HttpRequest.Builder request, String... pairs) {
        for (int each = 0; each < pairs.length; each += 2) {
            request.header(pairs[each], pairs[each + 1]);
        }
    }

    /** Offers the image to one account. */
    public ApiResponse offers(UUID image, String account) {
        return post("/v2/images/" + image + "/members", "{\"member\": \"" + account + "\"}");
    }

    /** Sets the status of a member. */
    public ApiResponse decides(UUID image, String account, String status) {
        return put("/v2/images/" + image + "/members/" + account, "{\"status\": \"" + status + "\"}");
    }

    public ApiResponse removes(UUID image, String account) {
        return delete("/v2/images/" + image + "/members/" + account);
    }

    /** Has the portal fetch the data of an announced image. */
    public ApiResponse imports(UUID image, String url) {
        return post(
                "/v2/images/" + image + "/import", "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + url + "\"}}");
    }

    /** The body of a PATCH that replaces one key; {@code value} is JSON. */
    public static String replace(String key, String value) {
        return "[{\"op\":\"replace\",\"path\":\"/" + key + "\",\"value\":" + value + "}]";
    }

    public String imageStatus(UUID image) {
        return get("/v2/images/" + image).is(200).json().path("status").asText();
    }

    public void awaitImageStatus(UUID image, String status) {
        Eventually.get(() -> imageStatus(image), status::equals);
    }

    /** The ids in the image list. */
    public List<String> imageIds() {
        return get("/v2/images?limit=1000").is(200).json().path("images").findValuesAsText("id");
    }

    /** Creates an image without data. */
    public UUID creates(String name) {
        return idOf(post("/v2/images", "{\"name\": \"" + name + "\"}"));
    }

    public static UUID idOf(ApiResponse created) {
        return UUID.fromString(created.is(201).json().path("id").asText());
    }

    /** Wraps the call for {@link ConcurrentRequests}. */
    public Callable<ConcurrentRequests.TimedResponse> timed(Callable<ApiResponse> call) {
        return () -> {
            long asked = System.nanoTime();
            return new ConcurrentRequests.TimedResponse(call.call().status(), "", asked, System.nanoTime());
        };
    }
}
