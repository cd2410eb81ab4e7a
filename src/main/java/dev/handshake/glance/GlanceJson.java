package dev.handshake.glance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.openstack.ServiceException;
import dev.handshake.web.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads Glance's JSON. A value that is not as documented counts as missing; a list that is none is refused, since an
 * empty one would mean that everything is deleted.
 */
final class GlanceJson {

    /** Keys that Glance itself defines: schema of {@code /v2/schemas/image}, and links to stored data. */
    private static final Set<String> BASE_KEYS = Set.of("""
            checksum container_format created_at direct_url disk_format file id locations min_disk min_ram name
            os_hash_algo os_hash_value os_hidden owner protected schema self size status stores tags updated_at
            virtual_size visibility""".split("\\s+"));

    /** All of a page but properties of images. */
    static final Set<String> PAGE_KEYS = Stream.concat(Stream.of("images", "next"), BASE_KEYS.stream())
            .filter(each -> !each.equals("locations"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern MARKER = Pattern.compile("[?&]marker=([0-9a-fA-F-]{36})(?:&|$)");
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SHA512 = Pattern.compile("[0-9a-f]{128}");

    private GlanceJson() {}

    /**
     * @param marker of this page, or null for the first
     * @throws ServiceException if the body is no page, or leads to no other page
     */
    static GlancePage page(JsonNode body, String marker) {
        List<GlanceImage> images = list(body, "images")
                .map(GlanceJson::imageOrNull)
                .filter(Objects::nonNull)
                .toList();
        return new GlancePage(images, next(body, marker));
    }

    /** Only the marker counts, which has to be the last image of the page: so that pages neither repeat nor miss. */
    private static String next(JsonNode body, String marker) {
        if (body.path("next").isMissingNode() || body.path("next").isNull()) {
            return null;
        }
        JsonNode images = body.path("images");
        String last = images.path(images.size() - 1).path("id").asText();
        Matcher next = MARKER.matcher(body.path("next").asText());
        if (!next.find() || !next.group(1).equals(last) || last.equals(marker)) {
            throw ServiceException.unclear(0, "the response leads to no next page");
        }
        return last;
    }

    /** @throws ServiceException if the body is no image */
    static GlanceImage image(JsonNode body) {
        GlanceImage image = imageOrNull(body);
        if (image == null) {
            throw ServiceException.unclear(0, "the response is not an image");
        }
        return image;
    }

    private static GlanceImage imageOrNull(JsonNode said) {
        UUID id = id(said.path("id"));
        if (id == null) {
            return null;
        }
        boolean isSha512 = "sha512".equals(said.path("os_hash_algo").asText());
        Instant created = time(said.path("created_at"), Instant.EPOCH);
        return new GlanceImage(
                id,
                text(said.path("name")),
                identity(said.path("owner")),
                text(said.path("status")),
                text(said.path("visibility")),
                said.path("os_hidden").asBoolean(),
                said.path("protected").asBoolean(),
                Math.max(0, said.path("size").asLong()),
                said.path("virtual_size").canConvertToLong()
                                && said.path("virtual_size").asLong() >= 0
                        ? said.path("virtual_size").longValue()
                        : null,
                textOrNull(said.path("disk_format")),
                textOrNull(said.path("container_format")),
                match(MD5, said.path("checksum")),
                isSha512 ? match(SHA512, said.path("os_hash_value")) : null,
                Math.max(0, said.path("min_disk").asInt()),
                Math.max(0, said.path("min_ram").asInt()),
                created,
                time(said.path("updated_at"), created),
                tags(said.path("tags")),
                properties(said));
    }

    private static SortedSet<String> tags(JsonNode said) {
        return elements(said)
                .map(GlanceJson::text)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, String> properties(JsonNode said) {
        SortedMap<String, String> properties = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : said.properties()) {
            String key = Text.clean(each.getKey());
            if (!key.isEmpty() && !BASE_KEYS.contains(key) && each.getValue().isTextual()) {
                properties.put(key, text(each.getValue()));
            }
        }
        return properties;
    }

    /** Members that cannot be accounts are left out: nobody checks what the owner of an image adds. */
    static List<GlanceMember> members(JsonNode body) {
        return list(body, "members")
                .filter(each -> !identity(each.path("member_id")).isEmpty())
                .map(GlanceJson::member)
                .toList();
    }

    private static GlanceMember member(JsonNode said) {
        Instant created = time(said.path("created_at"), Instant.EPOCH);
        return new GlanceMember(
                identity(said.path("member_id")),
                text(said.path("status")),
                created,
                time(said.path("updated_at"), created));
    }

    private static Stream<JsonNode> list(JsonNode body, String key) {
        if (!body.path(key).isArray()) {
            throw ServiceException.unclear(0, "the response is not a list of " + key);
        }
        return elements(body.path(key));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Null if it is none, as Glance writes them. */
    static UUID id(JsonNode said) {
        try {
            UUID id = UUID.fromString(said.asText());
            return id.toString().equals(said.asText()) ? id : null;
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static Instant time(JsonNode said, Instant otherwise) {
        try {
            return said.isTextual() ? Instant.parse(said.textValue()) : otherwise;
        } catch (DateTimeException noTime) {
            return otherwise;
        }
    }

    private static String text(JsonNode said) {
        return said.isTextual() ? Text.clean(said.textValue()) : "";
    }

    /** Not changed, since another text is another account; empty if it is unprintable. */
    private static String identity(JsonNode said) {
        String text = text(said);
        return text.equals(said.asText()) ? text : "";
    }

    private static String textOrNull(JsonNode said) {
        String text = text(said);
        return text.isEmpty() ? null : text;
    }

    private static String match(Pattern pattern, JsonNode said) {
        return pattern.matcher(said.asText()).matches() ? said.asText() : null;
    }
}
