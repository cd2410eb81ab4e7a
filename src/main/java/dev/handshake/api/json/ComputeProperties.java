package dev.handshake.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.compute.ComputeSnapshotRequest;
import dev.handshake.compute.ComputeSnapshotRequested;
import dev.handshake.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The properties by which the compute service says what a snapshot was taken of. Nova keeps an image's properties with
 * each server started from it, and sends them with the server's snapshots. A user's request may replace their values
 * there, but take away none: so what an image says of itself is in a name.
 */
public class ComputeProperties {

    /** The prefix of the property whose name ends with the image's id. Nobody can set it. */
    static final String SOURCE_PREFIX = "handshake_source_";

    private static final String SERVER = "instance_uuid";
    private static final String BASE_IMAGE = "base_image_ref";

    /** Stands for what is not an id: no image has this one. */
    private static final UUID NO_ID = new UUID(0, 0);

    private ComputeProperties() {}

    /**
     * Adds to the body of an image, as sent to the compute service, what its servers' snapshots will say. The image
     * that it was itself taken of is left out: Nova would pass that one on instead.
     */
    public static void addTo(Map<String, Object> body, Image image) {
        body.remove(BASE_IMAGE);
        body.put(SOURCE_PREFIX + image.id, "true");
    }

    /**
     * Reads a new image of the compute service, and removes what {@link #addTo} added.
     *
     * @return empty if the image was not taken from a server
     */
    public static Optional<ComputeSnapshotRequest> take(ObjectNode said) {
        List<UUID> sources = new ArrayList<>();
        List<String> names = new ArrayList<>();
        said.fieldNames().forEachRemaining(names::add);
        names.stream().filter(name -> name.startsWith(SOURCE_PREFIX)).forEach(name -> {
            said.remove(name);
            sources.add(parseId(name.substring(SOURCE_PREFIX.length())));
        });
        JsonNode request = said.remove(ComputeSnapshotRequested.PROPERTY);
        if (sources.isEmpty() && !said.has(SERVER)) {
            return Optional.empty();
        }
        UUID server = parseId(said.path(SERVER).asText());
        addBaseImage(sources, said.path(BASE_IMAGE));
        return Optional.of(new ComputeSnapshotRequest(
                server.equals(NO_ID) ? null : server,
                sources.stream().distinct().toList(),
                request == null ? null : parseId(request.asText())));
    }

    /** It is what the server was started from, unless the names of properties contradict. */
    private static void addBaseImage(List<UUID> sources, JsonNode said) {
        if (!said.asText().isEmpty()) {
            UUID base = parseId(said.asText());
            sources.add(sources.isEmpty() || sources.contains(base) ? 0 : sources.size(), base);
        }
    }

    private static UUID parseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return NO_ID;
        }
    }
}
