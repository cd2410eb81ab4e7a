package dev.handshake.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.ApiClient.ApiResponse;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Does to the portal what Nova does: its calls in their order, with the tokens of a user and of its own. */
public class Nova {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A server, with what Nova keeps of the image it was started from. */
    public record NovaServer(UUID id, Map<String, String> imageProperties) {}

    private final ApiClient images;

    /** For a user of this project. */
    public Nova(String project) {
        this(project, "member");
    }

    public Nova(String project, String role) {
        images = new ApiClient(FakeKeystone.token(project, role))
                .withHeader("X-Service-Token", FakeKeystone.token("55", "service"));
    }

    /** Reads an image for a user of the project. */
    public static void reads(String project, String path) {
        new Nova(project).images.get(path).is(200);
    }

    /** Its client of the Image service. */
    public ApiClient images() {
        return images;
    }

    /** Reads the image and its data; keeps what the schema does not declare. */
    public NovaServer starts(UUID image) {
        return starts(UUID.randomUUID(), image);
    }

    public NovaServer starts(UUID server, UUID image) {
        JsonNode shown = images.get("/v2/images/" + image).is(200).json();
        images.get("/v2/images/" + image + "/file").is(200);
        JsonNode declared = images.get("/v2/schemas/image").is(200).json().path("properties");
        Map<String, String> kept = new TreeMap<>();
        shown.properties().forEach(each -> {
            if (!declared.has(each.getKey())) {
                kept.put(each.getKey(), each.getValue().asText());
            }
        });
        kept.putIfAbsent("base_image_ref", image.toString());
        kept.put("owner_user_name", "Ines");
        kept.put("owner_project_name", "secret project");
        return new NovaServer(server, kept);
    }

    /** A server from before an image told its id: {@code image} may be anything. */
    public static NovaServer oldServer(String image) {
        return new NovaServer(UUID.randomUUID(), Map.of("base_image_ref", image));
    }

    /** @param more the metadata of the user's request, which takes precedence */
    public ApiResponse announces(NovaServer server, String name, Map<String, String> more) {
        Map<String, Object> body = new TreeMap<>(server.imageProperties());
        body.put("visibility", "private");
        body.putAll(Map.of("instance_uuid", "" + server.id(), "user_id", "kim", "image_type", "snapshot"));
        body.putAll(more);
        body.putAll(Map.of("min_ram", 0, "min_disk", 1, "name", name));
        return images.post("/v2/images", json(body));
    }

    /** A snapshot with data of its own. */
    public UUID snapshots(NovaServer server, String name) {
        return snapshots(server, name, Map.of());
    }

    public UUID snapshots(NovaServer server, String name, Map<String, String> more) {
        UUID image = ApiClient.idOf(announces(server, name, more));
        images.get("/v2/images/" + image).is(200);
        images.patch(
                        image,
                        "[{\"op\":\"add\",\"path\":\"/image_state\",\"value\":\"available\"},"
                                + "{\"op\":\"replace\",\"path\":\"/container_format\",\"value\":\"bare\"},"
                                + "{\"op\":\"replace\",\"path\":\"/disk_format\",\"value\":\"qcow2\"}]")
                .is(200);
        uploads(image).is(204);
        return image;
    }

    public ApiResponse uploads(UUID image) {
        return images.put("/v2/images/" + image + "/file", Cast.uniqueDiskFile());
    }

    public static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (java.io.IOException never) {
            throw new IllegalStateException(never);
        }
    }
}
