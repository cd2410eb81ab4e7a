package dev.handshake.glance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.openstack.ServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bodies that no Glance was seen to send, but that a proxy or a newer one may. */
class GlanceJsonTest {

    private static final UUID ID = UUID.randomUUID();
    private static final String MARKER = UUID.randomUUID().toString();

    @Test
    void odd_values_count_as_missing() {
        GlanceImage image = GlanceJson.image(read("""
                {"id": "%s", "name": 5, "owner": "a\\u0000b", "size": -1, "virtual_size": "x", "min_disk": "many",
                 "checksum": "<b>", "os_hash_algo": "md5", "os_hash_value": "%s", "created_at": "yesterday",
                 "tags": "none", "count": 1, "nested": {}, "note": "one\\u0000two", "locations": "rbd://secret"}
                """.formatted(ID, "0a".repeat(64))));
        assertEquals("", image.name());
        assertEquals("", image.owner());
        assertEquals(0, image.size());
        assertNull(image.virtualSize());
        assertEquals(0, image.minDisk());
        assertNull(image.md5());
        assertNull(image.sha512());
        assertEquals(Instant.EPOCH, image.updatedAt());
        assertTrue(image.tags().isEmpty());
        assertEquals(Map.of("note", "onetwo"), image.properties());
    }

    @Test
    void what_is_no_image_is_left_out_of_a_page() {
        JsonNode odd = read("{\"images\": [null, 3, {}, {\"id\": null}, {\"id\": \"1-2-3-4-5\"}]}");
        assertEquals(List.of(), GlanceJson.page(odd, null).images());
        assertThrows(ServiceException.class, () -> GlanceJson.image(read("[1]")));
    }

    @Test
    void an_id_in_capitals_is_no_image_here_but_a_marker() {
        String capital = "AAAAAAAA-0000-0000-0000-00000000000A";
        GlancePage page = GlanceJson.page(page(capital, capital), MARKER);
        assertEquals(List.of(), page.images());
        assertEquals(capital, page.next());
    }

    @Test
    void a_page_that_is_none_is_refused_and_not_taken_for_an_empty_one() {
        for (String each : List.of("{}", "[]", "{\"images\": {}}", "{\"images\": null}")) {
            assertThrows(ServiceException.class, () -> GlanceJson.page(read(each), null), each);
        }
        assertThrows(ServiceException.class, () -> GlanceJson.members(read("{\"members\": null}")));
    }

    @Test
    void a_next_page_that_is_none_is_refused() {
        assertThrows(ServiceException.class, () -> GlanceJson.page(page(MARKER, MARKER), MARKER));
        assertThrows(ServiceException.class, () -> GlanceJson.page(page(ID.toString(), MARKER), null));
        for (String next : List.of("7", "\"\"", "\"/v2/images\"", "\"?marker=" + MARKER + "\"", "[]")) {
            JsonNode page = read("{\"images\": [], \"next\": " + next + "}");
            assertThrows(ServiceException.class, () -> GlanceJson.page(page, null), next);
        }
        assertEquals(
                ID.toString(),
                GlanceJson.page(page(ID.toString(), ID.toString()), MARKER).next());
    }

    private static JsonNode page(String last, String next) {
        return read(
                "{\"images\": [{\"id\": \"%s\"}], \"next\": \"https://elsewhere/?marker=%s\"}".formatted(last, next));
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
