package dev.handshake.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.Image;
import dev.handshake.web.Formats;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The JSON bodies of events. They say nothing that the account's pages do not show. */
final class WebhookBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WebhookBody() {}

    static String of(WebhookEventType type, HistoryEntry line) {
        Map<String, String> data = image(line.region, line.imageId, line.imageName, line.owner);
        data.put("member", line.member);
        data.put("by_account", line.eventType.isProviderAction() ? null : line.byAccount);
        data.put("status", type.status());
        return toJson(type, line.at, data);
    }

    static String ready(Image image, Instant at) {
        Map<String, String> data = image(image.region, image.id, image.name, image.owner);
        data.put("status", WebhookEventType.READY.status());
        return toJson(WebhookEventType.READY, at, data);
    }

    static String test(String region, UUID webhook, Instant at) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("webhook_id", webhook.toString());
        data.put("region", region);
        return toJson(WebhookEventType.TEST, at, data);
    }

    private static Map<String, String> image(String region, UUID id, String name, String owner) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("image_id", id.toString());
        data.put("image_name", name);
        data.put("region", region);
        data.put("owner", owner);
        return data;
    }

    /** Leaves out data without a value. */
    private static String toJson(WebhookEventType type, Instant at, Map<String, String> data) {
        Map<String, String> known = new LinkedHashMap<>(data);
        known.values().removeIf(value -> value == null);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.apiName());
        body.put("timestamp", Formats.iso(at));
        body.put("data", known);
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }
}
