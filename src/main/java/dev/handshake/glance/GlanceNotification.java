package dev.handshake.glance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What Glance says has happened, as oslo.messaging packs it. Nothing else of it is believed: what an image is, Glance
 * itself is asked.
 *
 * @param event such as {@code image.member.create}
 */
record GlanceNotification(String event, UUID image) {

    /** Longer ones, which hold long properties, are not read. */
    static final int MAX_SIZE = 1 << 20;

    /** Downloads, and steps of an upload that {@code image.activate} ends. */
    private static final Set<String> UNIMPORTANT = Set.of("image.send", "image.prepare", "image.upload");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty if it is not a notification about an image. */
    static Optional<GlanceNotification> parse(byte[] body) {
        if (body.length > MAX_SIZE) {
            return Optional.empty();
        }
        try {
            JsonNode message =
                    JSON.readTree(JSON.readTree(body).path("oslo.message").asText());
            String event = message.path("event_type").asText();
            JsonNode payload = message.path("payload");
            UUID image = GlanceJson.id(payload.has("image_id") ? payload.path("image_id") : payload.path("id"));
            return event.startsWith("image.") && image != null
                    ? Optional.of(new GlanceNotification(event, image))
                    : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Whether the image or its members may be others than before. */
    boolean isChange() {
        return !UNIMPORTANT.contains(event);
    }
}
