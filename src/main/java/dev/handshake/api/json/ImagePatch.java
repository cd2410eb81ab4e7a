package dev.handshake.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.ImageMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A JSON patch of an image, in both media types of the Images API. Each operation is about one key. */
public record ImagePatch(List<PatchOperation> operations) implements UnaryOperator<ImageMetadata> {

    /** {@code {"op": "replace", "path": "/name", "value": …}}. */
    public static final String MEDIA_TYPE = "application/openstack-images-v2.1-json-patch";

    /** {@code {"replace": "/name", "value": …}}. */
    public static final String MEDIA_TYPE_V20 = "application/openstack-images-v2.0-json-patch";

    private static final Set<String> OPERATIONS = Set.of("add", "replace", "remove");

    /** Fits the longest property name with every character escaped. */
    private static final int MAX_PATH_LENGTH = 1_024;

    private record PatchOperation(String op, String key, JsonNode value) {}

    /** @throws RefusedException {@link Reason#MALFORMED} */
    public static ImagePatch parse(JsonNode body) {
        if (!body.isArray()) {
            throw malformed("Request body must be a JSON array of operation objects");
        }
        List<PatchOperation> steps = new ArrayList<>();
        body.forEach(each -> steps.add(parseOperation(each)));
        return new ImagePatch(steps);
    }

    private static PatchOperation parseOperation(JsonNode said) {
        if (!said.has("op") && OPERATIONS.stream().filter(said::has).count() > 1) {
            throw malformed("An operation is one of add, replace, remove, and not several");
        }
        String verb = said.has("op")
                ? said.path("op").asText()
                : OPERATIONS.stream().filter(said::has).findFirst().orElse("");
        String path = said.path(said.has("op") ? "path" : verb).asText();
        if (!OPERATIONS.contains(verb)) {
            throw malformed("Operations must be one of add, replace, remove");
        }
        if (!verb.equals("remove") && !said.has("value")) {
            throw malformed("Operation \"" + verb + "\" requires a member named \"value\"");
        }
        return new PatchOperation(verb, parsePointer(path), said.get("value"));
    }

    /** The key in a JSON pointer of one segment. */
    private static String parsePointer(String path) {
        if (path.length() > MAX_PATH_LENGTH) {
            throw malformed("A JSON pointer has at most " + MAX_PATH_LENGTH + " characters");
        }
        boolean isOneSegment = path.length() > 1 && path.lastIndexOf('/') == 0;
        if (!isOneSegment || path.replaceAll("~[01]", "").indexOf('~') >= 0) {
            throw malformed("Invalid JSON pointer for this resource: '" + path + "'");
        }
        return path.substring(1).replace("~1", "/").replace("~0", "~");
    }

    @Override
    public ImageMetadata apply(ImageMetadata before) {
        ObjectNode body = ImageMetadataJson.toJson(before);
        operations.forEach(patchOperation -> applyOperation(patchOperation, body));
        return new ImageMetadataJson(body).parse();
    }

    private static void applyOperation(PatchOperation patchOperation, ObjectNode body) {
        boolean isFixed = ImagePropertyNames.SETTABLE.contains(patchOperation.key());
        boolean isRemoval = patchOperation.op().equals("remove");
        if (ImagePropertyNames.isReadOnly(patchOperation.key())
                || isRemoval && isFixed && !isText(patchOperation.key())) {
            throw new RefusedException(Reason.READ_ONLY, patchOperation.key());
        }
        if (!patchOperation.op().equals("add") && !body.has(patchOperation.key())) {
            throw new RefusedException(Reason.NO_SUCH_PROPERTY, patchOperation.key());
        }
        if (isRemoval) {
            body.remove(patchOperation.key());
        } else {
            body.set(patchOperation.key(), patchOperation.value());
        }
    }

    /** Whether the key is a standard one that clients treat like a custom property. */
    private static boolean isText(String key) {
        return key.equals(ImagePropertyNames.DESCRIPTION) || key.equals(ImagePropertyNames.OPERATING_SYSTEM);
    }

    private static RefusedException malformed(String why) {
        return new RefusedException(Reason.MALFORMED, why);
    }
}
