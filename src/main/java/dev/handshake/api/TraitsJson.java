package dev.handshake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.disk.DiskFormat;
import dev.handshake.image.Traits;
import dev.handshake.image.Visibility;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an owner sets of an image, from and to the keys of the API. */
record TraitsJson(ObjectNode body) {

    static ObjectNode write(Traits traits) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", traits.name());
        body.put(ImageKeys.DESCRIPTION, traits.description());
        body.put(ImageKeys.OPERATING_SYSTEM, traits.operatingSystem());
        body.put(
                "disk_format",
                traits.diskFormat() == null ? null : traits.diskFormat().word());
        body.put("container_format", traits.containerFormat());
        body.put("visibility", traits.visibility().word());
        body.put("protected", traits.isProtected());
        body.put("os_hidden", traits.isHidden());
        body.put("min_disk", traits.minDisk());
        body.put("min_ram", traits.minRam());
        ArrayNode tags = body.putArray("tags");
        traits.tags().forEach(tags::add);
        traits.properties().forEach(body::put);
        return body;
    }

    /** @throws Refused {@link Reason#MALFORMED} where a value is of the wrong type; {@link Reason#READ_ONLY} */
    Traits read() {
        return new Traits(
                text("name"),
                text(ImageKeys.DESCRIPTION),
                text(ImageKeys.OPERATING_SYSTEM),
                format(text("disk_format")),
                body.hasNonNull("container_format") ? text("container_format") : null,
                body.has("visibility") ? Visibility.named(text("visibility")) : null,
                flag("protected"),
                flag("os_hidden"),
                number("min_disk"),
                number("min_ram"),
                tags(),
                properties());
    }

    private String text(String key) {
        JsonNode value = body.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return text(key, value);
    }

    private static String text(String key, JsonNode value) {
        if (!value.isTextual()) {
            throw wrong(key, "a string");
        }
        return value.textValue();
    }

    private boolean flag(String key) {
        JsonNode value = body.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(key, "true or false");
        }
        return value.asBoolean();
    }

    private int number(String key) {
        JsonNode value = body.path(key);
        if (!value.isMissingNode() && !(value.isIntegralNumber() && value.canConvertToInt())) {
            throw wrong(key, "a whole number");
        }
        return value.asInt();
    }

    private static DiskFormat format(String word) {
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(DiskFormat.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("disk_format", "one that this portal takes"));
    }

    private SortedSet<String> tags() {
        JsonNode tags = body.path("tags");
        if (!tags.isMissingNode() && !tags.isArray()) {
            throw wrong("tags", "a list of strings");
        }
        SortedSet<String> words = new TreeSet<>();
        tags.forEach(tag -> words.add(text("tags", tag)));
        return words;
    }

    private SortedMap<String, String> properties() {
        SortedMap<String, String> own = new TreeMap<>();
        body.properties().forEach(each -> {
            if (ImageKeys.isReadOnly(each.getKey())) {
                throw new Refused(Reason.READ_ONLY, each.getKey());
            }
            boolean isNone = each.getValue().isNull() && ImageKeys.isNullable(each.getKey());
            if (!ImageKeys.SETTABLE.contains(each.getKey()) && !isNone) {
                own.put(each.getKey(), text(each.getKey(), each.getValue()));
            }
        });
        return own;
    }

    private static Refused wrong(String key, String what) {
        return new Refused(Reason.MALFORMED, "Invalid value for " + key + ", which is " + what);
    }
}
