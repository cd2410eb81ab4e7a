package dev.handshake.glance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as Glance 25 sends them, and others. */
class GlanceNotificationTest {

    private static final UUID IMAGE = UUID.fromString("9941c1f5-2b7e-4f9a-9a52-0b6f4a8c6a11");

    @Test
    void a_change_of_a_member_names_its_image() {
        GlanceNotification found = parse(packed("""
                {"message_id": "d27b", "publisher_id": "image.localhost", "event_type": "image.member.create",
                 "priority": "INFO", "timestamp": "2026-11-29 00:48:03.502328", "_unique_id": "c68b",
                 "payload": {"image_id": "%s", "member_id": "5ac2", "status": "pending", "deleted": false}}
                """.formatted(IMAGE))).orElseThrow();
        assertEquals(new GlanceNotification("image.member.create", IMAGE), found);
        assertTrue(found.isChange());
    }

    @Test
    void a_change_of_an_image_names_it() {
        assertEquals(Optional.of(new GlanceNotification("image.delete", IMAGE)), parse(event("image.delete")));
    }

    @Test
    void downloads_and_steps_of_an_upload_are_no_changes() {
        for (String each : new String[] {"image.send", "image.prepare", "image.upload"}) {
            assertFalse(parse(event(each)).orElseThrow().isChange(), each);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no JSON", "5", "[]", "null", "{}", "{\"oslo.message\": {\"event_type\": \"image.delete\"}}"
            })
    void anything_else_is_none(String body) {
        assertEquals(Optional.empty(), parse(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{'event_type': 'image.delete'}",
                "{'event_type': 'image.delete', 'payload': [5]}",
                "{'event_type': 'image.delete', 'payload': {'id': '../../v3/users'}}",
                "{'event_type': 'image.delete', 'payload': {'id': '9941C1F5-2B7E-4F9A-9A52-0B6F4A8C6A11'}}",
                "{'event_type': ['image.delete'], 'payload': {'id': '9941c1f5-2b7e-4f9a-9a52-0b6f4a8c6a11'}}"
            })
    void an_event_without_type_or_image_is_none(String message) {
        assertEquals(Optional.empty(), parse(packed(message.replace('\'', '"'))));
    }

    @Test
    void deeply_nested_text_is_none() {
        assertEquals(Optional.empty(), parse("[".repeat(500_000)));
        assertEquals(Optional.empty(), parse(packed("[".repeat(500_000))));
    }

    @Test
    void events_of_other_things_are_none() {
        assertEquals(Optional.empty(), parse(event("compute.instance.update")));
        assertEquals(Optional.empty(), parse(event("task.create")));
    }

    @Test
    void a_long_body_is_not_read() {
        String body = event("image.update");
        String longest = body + " ".repeat(GlanceNotification.MAX_SIZE - body.length());
        assertTrue(parse(longest).isPresent());
        assertEquals(Optional.empty(), parse(longest + " "));
    }

    private static String event(String type) {
        return packed(
                "{\"event_type\": \"%s\", \"payload\": {\"id\": \"%s\", \"name\": \"x\"}}".formatted(type, IMAGE));
    }

    private static String packed(String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("oslo.version", "2.0")
                .put("oslo.message", message)
                .toString();
    }

    private static Optional<GlanceNotification> parse(String body) {
        return GlanceNotification.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
