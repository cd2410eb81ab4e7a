package dev.handshake.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.disk.DiskFormat;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.ImageMetadata;
import dev.handshake.image.Visibility;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Converts the settable metadata of an image from and to the API's JSON. */
public record ImageMetadataJson(ObjectNode body) {

    static ObjectNode toJson(ImageMetadata imageMetadata) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", imageMetadata.name());
        body.put(ImagePropertyNames.DESCRIPTION, imageMetadata.description());
        body.put(ImagePropertyNames.OPERATING_SYSTEM, imageMetadata.operatingSystem());
        body.put(
                "disk_format",
                imageMetadata.diskFormat() == null
                        ? null
                        : imageMetadata.diskFormat().label());
        body.put("container_format", imageMetadata.containerFormat());
        body.put("visibility", imageMetadata.visibility().label());
        body.put("protected", imageMetadata.isProtected());
        body.put("os_hidden", imageMetadata.isHidden());
        body.put("min_disk", imageMetadata.minDisk());
        body.put("min_ram", imageMetadata.minRam());
        ArrayNode tags = body.putArray("tags");
        imageMetadata.tags().forEach(tags::add);
        imageMetadata.properties().forEach(body::put);
        return body;
    }

    /** @throws RefusedException {@link Reason#MALFORMED} if a value has the wrong type; {@link Reason#READ_ONLY} */
    public ImageMetadata parse() {
        return new ImageMetadata(
                parseText("name"),
                parseText(ImagePropertyNames.DESCRIPTION),
                parseText(ImagePropertyNames.OPERATING_SYSTEM),
                parseFormat(parseText("disk_format")),
                body.hasNonNull("container_format") ? parseText("container_format") : null,
                body.has("visibility") ? Visibility.parse(parseText("visibility")) : null,
                parseBoolean("protected"),
                parseBoolean("os_hidden"),
                parseInt("min_disk"),
                parseInt("min_ram"),
                parseTags(),
                parseProperties());
    }

    private String parseText(String key) {
        JsonNode value = body.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return parseText(key, value);
    }

    private static String parseText(String key, JsonNode value) {
        if (!value.isTextual()) {
            throw invalidValue(key, "a string");
        }
        return value.textValue();
    }

    private boolean parseBoolean(String key) {
        JsonNode value = body.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw invalidValue(key, "true or false");
        }
        return value.asBoolean();
    }

    private int parseInt(String key) {
        JsonNode value = body.path(key);
        if (!value.isMissingNode() && !(value.isIntegralNumber() && value.canConvertToInt())) {
            throw invalidValue(key, "a whole number");
        }
        return value.asInt();
    }

    private static DiskFormat parseFormat(String word) {
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(DiskFormat.values())
                .filter(each -> each.label().equals(word))
                .findFirst()
                .orElseThrow(() -> invalidValue("disk_format", "one that this portal takes"));
    }

    private SortedSet<String> parseTags() {
        JsonNode tags = body.path("tags");
        if (!tags.isMissingNode() && !tags.isArray()) {
            throw invalidValue("tags", "a list of strings");
        }
        SortedSet<String> words = new TreeSet<>();
        tags.forEach(tag -> words.add(parseText("tags", tag)));
        return words;
    }

    private SortedMap<String, String> parseProperties() {
        SortedMap<String, String> own = new TreeMap<>();
        body.properties().forEach(each -> {
            if (ImagePropertyNames.isReadOnly(each.getKey())) {
                throw new RefusedException(Reason.READ_ONLY, each.getKey());
            }
            boolean isNone = each.getValue().isNull() && ImagePropertyNames.isNullable(each.getKey());
            if (!ImagePropertyNames.SETTABLE.contains(each.getKey()) && !isNone) {
                own.put(each.getKey(), parseText(each.getKey(), each.getValue()));
            }
        });
        return own;
    }

    private static RefusedException invalidValue(String key, String what) {
        return new RefusedException(Reason.MALFORMED, "Invalid value for " + key + ", which is " + what);
    }
}
