package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The API's image list: order and paging. */
@PortalTest
@AlsoOnH2
class ImagePagingApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Test
    void every_order_can_be_walked_in_pages_without_loss() {
        String zone = Cast.newAccountNumber();
        for (int each = 0; each < 7; each++) {
            UUID image = ApiClient.idOf(owner.post(
                    "/v2/images",
                    "{\"name\":\"n" + each % 3 + "\",\"zone\":\"" + zone + "\",\"min_ram\":" + each % 2
                            + (each % 2 == 0 ? ",\"disk_format\":\"raw\"" : "") + "}"));
            if (each % 3 == 0) {
                owner.put("/v2/images/" + image + "/file", DiskFiles.raw(1_024 + 512 * (each % 2)))
                        .is(204);
            }
        }
        for (String order : List.of(
                "",
                "&sort=name:asc",
                "&sort=name:asc,created_at:desc",
                "&sort=size:desc,name:asc,id:desc",
                "&sort=disk_format:asc,container_format",
                "&sort=status,min_ram:asc",
                "&sort_key=updated_at&sort_dir=asc",
                "&sort_key=name&sort_key=id&sort_dir=asc",
                "&sort=name:asc,name:desc",
                "&sort=id:asc")) {
            List<String> whole = ids(owner, "/v2/images?zone=" + zone + order);
            assertEquals(7, whole.size(), order);
            List<String> walked = new ArrayList<>();
            String next = "/v2/images?limit=2&zone=" + zone + order;
            while (next != null) {
                JsonNode page = owner.get(next).is(200).json();
                walked.addAll(page.path("images").findValuesAsText("id"));
                next = page.has("next") ? page.path("next").asText() : null;
            }
            assertEquals(whole, walked, order);
        }
    }

    /** Regression: a page of 1,000 images of this size took more than 64 MB per request. */
    @Test
    void a_page_ends_at_so_many_bytes_too() {
        String body = "{\"name\":\"large\",\"words\":\"" + "x".repeat(60_000) + "\"}";
        List<String> made = IntStream.range(0, 40)
                .mapToObj(each -> ApiClient.idOf(owner.post("/v2/images", body)).toString())
                .toList();
        Set<String> walked = new HashSet<>();
        String next = "/v2/images?limit=1000&name=large";
        while (next != null) {
            ApiClient.ApiResponse page = owner.get(next).is(200);
            assertTrue(page.bytes().length < 3 << 20, "a page has " + page.bytes().length + " bytes");
            assertTrue(page.json().path("images").size() > 1);
            walked.addAll(page.json().path("images").findValuesAsText("id"));
            next = page.json().has("next") ? page.json().path("next").asText() : null;
        }
        assertEquals(new HashSet<>(made), walked);
    }

    @Test
    void links_repeat_the_filters_and_a_page_has_25_images() {
        String zone = Cast.newAccountNumber();
        IntStream.range(0, 26)
                .forEach(each ->
                        owner.post("/v2/images", "{\"zone\":\"" + zone + "\"}").is(201));
        JsonNode page = owner.get("/v2/images?zone=" + zone).is(200).json();
        assertEquals(25, page.path("images").size());
        String last = page.path("images").path(24).path("id").asText();
        assertEquals("/v2/images?zone=" + zone, page.path("first").asText());
        assertEquals(
                "/v2/images?zone=" + zone + "&marker=" + last, page.path("next").asText());
        assertEquals("/v2/schemas/images", page.path("schema").asText());
        JsonNode end = owner.get(page.path("next").asText()).is(200).json();
        assertEquals(1, end.path("images").size());
        assertFalse(end.has("next"));
        JsonNode none = owner.get("/v2/images?limit=0&zone=" + zone).is(200).json();
        assertEquals(
                "{\"images\":[],\"first\":\"/v2/images?limit=0&zone=" + zone + "\",\"schema\":\"/v2/schemas/images\"}",
                none.toString());
        assertEquals(
                "/v2/images?name=a+%26b%7Bc%7D",
                owner.get("/v2/images?name=a%20%26b%7Bc%7D")
                        .is(200)
                        .json()
                        .path("first")
                        .asText());
    }

    @Test
    void a_thousand_images_are_one_page_and_no_more() {
        String zone = Cast.newAccountNumber();
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> BulkImages.insert(cast.producer.account, zone, 1_001));
        JsonNode page = owner.get("/v2/images?limit=5000&zone=" + zone).is(200).json();
        assertEquals(1_000, page.path("images").size());
        assertTrue(page.has("next"));
        assertEquals(
                1, owner.get(page.path("next").asText()).json().path("images").size());
    }

    @Test
    void a_marker_of_another_account_is_like_one_that_never_was() {
        UUID theirs = cast.image(cast.stranger, "theirs");
        assertEquals(
                owner.get("/v2/images?marker=" + UUID.randomUUID()).is(400).text(),
                owner.get("/v2/images?marker=" + theirs).is(400).text());
    }

    private static List<String> ids(ApiClient apiClient, String path) {
        return apiClient.get(path).is(200).json().path("images").findValuesAsText("id").stream()
                .collect(Collectors.toList());
    }
}
