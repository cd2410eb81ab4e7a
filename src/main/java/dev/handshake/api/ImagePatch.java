package dev.handshake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.image.Traits;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A JSON patch of an image, in both of its registered forms; each step is about one key. */
record ImagePatch(List<Step> steps) implements UnaryOperator<Traits> {

    /** {@code {"op": "replace", "path": "/name", "value": …}}. */
    static final String TYPE = "application/openstack-images-v2.1-json-patch";

    /** {@code {"replace": "/name", "value": …}}. */
    static final String OLD_TYPE = "application/openstack-images-v2.0-json-patch";

    private static final Set<String> VERBS = Set.of("add", "replace", "remove");

    /** Room for the longest name of a property, each of its characters written in four. */
    private static final int LONGEST_PATH = 1_024;

    private record Step(String verb, String key, JsonNode value) {}

    /** @throws Refused {@link Reason#MALFORMED} */
    static ImagePatch read(JsonNode body) {
        if (!body.isArray()) {
            throw malformed("Request body must be a JSON array of operation objects");
        }
        List<Step> steps = new ArrayList<>();
        body.forEach(each -> steps.add(step(each)));
        return new ImagePatch(steps);
    }

    private static Step step(JsonNode said) {
        if (!said.has("op") && VERBS.stream().filter(said::has).count() > 1) {
            throw malformed("An operation is one of add, replace, remove, and not several");
        }
        String verb = said.has("op")
                ? said.path("op").asText()
                : VERBS.stream().filter(said::has).findFirst().orElse("");
        String path = said.path(said.has("op") ? "path" : verb).asText();
        if (!VERBS.contains(verb)) {
            throw malformed("Operations must be one of add, replace, remove");
        }
        if (!verb.equals("remove") && !said.has("value")) {
            throw malformed("Operation \"" + verb + "\" requires a member named \"value\"");
        }
        return new Step(verb, key(path), said.get("value"));
    }

    /** Of a JSON pointer with one segment. */
    private static String key(String path) {
        if (path.length() > LONGEST_PATH) {
            throw malformed("A JSON pointer has at most " + LONGEST_PATH + " characters");
        }
        boolean isOneSegment = path.length() > 1 && path.lastIndexOf('/') == 0;
        if (!isOneSegment || path.replaceAll("~[01]", "").indexOf('~') >= 0) {
            throw malformed("Invalid JSON pointer for this resource: '" + path + "'");
        }
        return path.substring(1).replace("~1", "/").replace("~0", "~");
    }

    @Override
    public Traits apply(Traits before) {
        ObjectNode body = TraitsJson.write(before);
        steps.forEach(step -> take(step, body));
        return new TraitsJson(body).read();
    }

    private static void take(Step step, ObjectNode body) {
        boolean isFixed = ImageKeys.SETTABLE.contains(step.key());
        boolean isRemoval = step.verb().equals("remove");
        if (ImageKeys.isReadOnly(step.key()) || isRemoval && isFixed && !isText(step.key())) {
            throw new Refused(Reason.READ_ONLY, step.key());
        }
        if (!step.verb().equals("add") && !body.has(step.key())) {
            throw new Refused(Reason.NO_SUCH_PROPERTY, step.key());
        }
        if (isRemoval) {
            body.remove(step.key());
        } else {
            body.set(step.key(), step.value());
        }
    }

    /** Whether the key is of the fixed ones but looks to clients like any property. */
    private static boolean isText(String key) {
        return key.equals(ImageKeys.DESCRIPTION) || key.equals(ImageKeys.OPERATING_SYSTEM);
    }

    private static Refused malformed(String why) {
        return new Refused(Reason.MALFORMED, why);
    }
}
