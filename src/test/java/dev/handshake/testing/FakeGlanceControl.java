package dev.handshake.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What tests in another class loader tell {@link FakeGlance}: see {@link GlanceControl}. */
class FakeGlanceControl {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeGlance service;
    private final FakeGlanceImages images;

    FakeGlanceControl(FakeGlance service, FakeGlanceImages images) {
        this.service = service;
        this.images = images;
    }

    void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String what = exchange.getRequestURI().getPath().substring("/control/".length());
            JsonNode answer = run(what, JSON.readTree(exchange.getRequestBody()));
            byte[] bytes = (answer.isMissingNode() ? "{}" : answer.toString())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private JsonNode run(String what, JsonNode said) throws IOException {
        UUID image = said.has("image") ? UUID.fromString(text(said, "image")) : null;
        return switch (what) {
            case "addImage" ->
                TextNode.valueOf(service.addImage(text(said, "owner"), text(said, "name"), text(said, "visibility"))
                        .toString());
            case "members" ->
                JSON.readTree(images.members(image.toString(), true)).path("members");
            case "allMembers" -> JSON.valueToTree(images.allMembers());
            case "calls" -> JSON.valueToTree(service.calls());
            default -> {
                change(what, image, said);
                yield MissingNode.getInstance();
            }
        };
    }

    private void change(String what, UUID image, JsonNode said) {
        String member = text(said, "member");
        switch (what) {
            case "change" -> {
                service.image(image).set(text(said, "key"), said.path("value"));
                service.image(image)
                        .put(
                                "updated_at",
                                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            }
            case "removeImage" -> service.removeImage(image);
            case "setMember" -> service.setMember(image, member, text(said, "status"));
            case "removeMember" -> service.removeMember(image, member);
            case "failNext" ->
                service.failNext(
                        text(said, "path"),
                        text(said, "how"),
                        said.path("times").asInt());
            case "setPrivileged" ->
                service.setPrivileged(said.path("isPrivileged").asBoolean());
            default -> throw new IllegalArgumentException(what);
        }
    }

    private static String text(JsonNode said, String key) {
        return said.path(key).asText();
    }
}
