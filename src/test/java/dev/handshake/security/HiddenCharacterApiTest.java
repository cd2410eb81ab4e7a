package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API refuses invisible characters in text, and stores text in one normal form. */
@PortalTest
class HiddenCharacterApiTest {

    private static final String MIRRORED = "gol\u202eden";
    private static final String REASON = "U+202E";

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private UUID image;

    @BeforeEach
    void createImage() {
        image = cast.pending("plain");
    }

    @Test
    void the_api_takes_it_in_no_text_of_an_image() {
        for (Map.Entry<String, JsonNode> each : (Iterable<Map.Entry<String, JsonNode>>) texts()::iterator) {
            String body = "{\"" + each.getKey() + "\": \"" + MIRRORED + "\"}";
            ApiClient.ApiResponse apiResponse = owner.post("/v2/images", body).is(400);
            boolean isFree = !each.getValue().has("enum") && !each.getValue().has("pattern");
            assertTrue(!isFree || apiResponse.text().contains(REASON), () -> each.getKey() + ": " + apiResponse.text());
            ApiClient.ApiResponse changed = owner.patch(
                    image,
                    "[{\"op\": \"add\", \"path\": \"/" + each.getKey() + "\", \"value\": \"" + MIRRORED + "\"}]");
            assertTrue((isFree ? Set.of(400) : Set.of(400, 403)).contains(changed.status()), changed::text);
        }
    }

    private Stream<Map.Entry<String, JsonNode>> texts() {
        JsonNode schema = owner.get("/v2/schemas/image").is(200).json();
        return schema.path("properties").properties().stream()
                .filter(each -> each.getValue().path("type").toString().contains("string"))
                .filter(each -> !each.getValue().path("readOnly").asBoolean())
                .filter(each -> !Set.of("id", "owner").contains(each.getKey())); // not free text
    }

    @Test
    void nor_in_tags_properties_servers_and_snapshots() {
        UUID server = cast.server(cast.producer, image, "also plain");
        assertRefused(owner.post("/v2/images", "{\"tags\": [\"" + MIRRORED + "\"]}"));
        assertRefused(owner.post("/v2/images", "{\"own\": \"" + MIRRORED + "\"}"));
        assertRefused(owner.post("/v2/images", "{\"" + MIRRORED + "\": \"own\"}"));
        assertRefused(owner.patch(image, "[{\"op\": \"add\", \"path\": \"/" + MIRRORED + "\", \"value\": \"own\"}]"));
        assertRefused(owner.put("/v2/images/" + image + "/tags/gol%E2%80%AEden", ""));
        assertRefused(owner.post("/v2/images", "{\"name\": \"two\\nlines\"}"), "U+000A");
        owner.post("/v2/images", "{\"description\": \"two\\nlines\"}").is(201);
        String order = "{\"name\": \"" + MIRRORED + "\", \"image\": \"" + image + "\", \"flavor\": \"small\"}";
        assertRefused(owner.post("/v2/servers", order));
        for (String data : List.of(", \"data\": \"as-started\"", "")) {
            assertRefused(
                    owner.post("/v2/servers/" + server + "/snapshots", "{\"name\": \"" + MIRRORED + "\"" + data + "}"));
        }
    }

    @Test
    void one_spelling_is_kept_and_each_finds_it() {
        String apart = "cafe\u0301";
        UUID created = ApiClient.idOf(owner.post(
                "/v2/images",
                "{\"name\": \"%1$s\", \"tags\": [\"%1$s\"], \"%1$s\": \"%1$s\", \"description\": \"%1$s\"}"
                        .formatted(apart)));
        String text = owner.get("/v2/images/" + created).is(200).text();
        assertFalse(text.contains("\u0301"), text);
        JsonNode body = owner.get("/v2/images/" + created).json();
        assertEquals(
                List.of("café", "café", "café"),
                List.of(
                        body.path("name").asText(),
                        body.path("café").asText(),
                        body.path("tags").get(0).asText()));
        for (String each : List.of("name=cafe%CC%81", "name=caf%C3%A9", "tag=cafe%CC%81", "cafe%CC%81=cafe%CC%81")) {
            assertEquals(
                    1,
                    owner.get("/v2/images?" + each)
                            .is(200)
                            .json()
                            .path("images")
                            .size(),
                    each);
        }
        owner.delete("/v2/images/" + created + "/tags/cafe%CC%81").is(204);
        UUID uploaded = cast.image(cast.producer, "na\u0308iv");
        cast.producer.opens("/DFW/images?q=na%CC%88iv").says("näiv");
        cast.producer.opens("/DFW/images/" + uploaded).says("näiv");
    }

    /** The same name in another normalization form counts as a repeated request. */
    @Test
    void servers_and_snapshots_are_kept_in_one_spelling_too() {
        UUID server = UUID.randomUUID();
        UUID snapshot = UUID.randomUUID();
        for (String spelled : List.of("cafe\u0301", "caf\u00e9")) {
            String order = "{\"id\":\"%s\",\"image\":\"%s\",\"flavor\":\"small\",\"name\":\"%s\"}";
            JsonNode started = owner.post("/v2/servers", order.formatted(server, image, spelled))
                    .is(201)
                    .json();
            assertEquals("caf\u00e9", started.path("name").asText());
            String take = "{\"id\":\"%s\",\"name\":\"%s\",\"data\":\"as-started\"}";
            JsonNode taken = owner.post("/v2/servers/" + server + "/snapshots", take.formatted(snapshot, spelled))
                    .is(201)
                    .json();
            assertEquals("caf\u00e9", taken.path("name").asText());
        }
    }

    private static void assertRefused(ApiClient.ApiResponse apiResponse) {
        assertRefused(apiResponse, REASON);
    }

    private static void assertRefused(ApiClient.ApiResponse apiResponse, String why) {
        assertTrue(apiResponse.is(400).text().contains(why), apiResponse::text);
    }
}
