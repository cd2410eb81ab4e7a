package dev.handshake.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The images of {@link FakeGlance}, by id. */
class FakeGlanceImages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] DATA = {1, 2, 3, 4};

    private final SortedMap<String, ObjectNode> images = new TreeMap<>();
    private final Map<String, SortedMap<String, ObjectNode>> members = new HashMap<>();
    private final Map<String, byte[]> data = new HashMap<>();
    private final Set<String> usedIds = new HashSet<>();
    private final Map<String, String> firstAdded = new HashMap<>();

    synchronized void addQueued(String id, ObjectNode image) {
        if (!usedIds.add(id)) {
            throw new GlanceError(409, "Image ID " + id + " already exists!");
        }
        images.put(id, image);
    }

    synchronized UUID add(String owner, String name, String visibility) {
        UUID id = UUID.randomUUID();
        usedIds.add(id.toString());
        ObjectNode image = JSON.createObjectNode().put("os_distro", "debian");
        image.put("name", name).put("disk_format", "raw").put("container_format", "bare");
        image.put("visibility", visibility).put("size", DATA.length).putNull("virtual_size");
        image.put("status", "active").put("checksum", "08d6c05a21512a79a1dfeb9d2a8f262f");
        image.put("protected", false).put("min_ram", 0).put("min_disk", 0).put("owner", owner);
        image.put("os_hidden", false).put("os_hash_algo", "sha512").put("os_hash_value", "0a".repeat(64));
        image.put("id", id.toString()).put("created_at", anHourAgo()).put("updated_at", anHourAgo());
        image.putArray("tags");
        image.put("self", "/v2/images/" + id).put("file", "/v2/images/" + id + "/file");
        image.put("schema", "/v2/schemas/image").put("stores", "file");
        images.put(id.toString(), image);
        data.put(id.toString(), DATA);
        return id;
    }

    /** A sweep reads images that were just changed again. */
    private static String anHourAgo() {
        return Instant.now()
                .minus(Duration.ofHours(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    synchronized ObjectNode get(String id) {
        return images.get(id);
    }

    synchronized void remove(String id) {
        images.remove(id);
        members.remove(id);
        data.remove(id);
    }

    synchronized void setMember(String image, String member, String status) {
        ObjectNode said = members.computeIfAbsent(image, key -> new TreeMap<>())
                .computeIfAbsent(member, key -> newMember(image, member));
        if (!said.path("status").asText().equals(status)) {
            said.put("status", status).put("updated_at", now());
        }
    }

    /** Glance gives a member that was removed, and is added again, the time of the first. */
    private ObjectNode newMember(String image, String member) {
        ObjectNode said = JSON.createObjectNode().put("member_id", member).put("image_id", image);
        said.put("created_at", firstAdded.computeIfAbsent(image + member, key -> now()));
        return said.put("schema", "/v2/schemas/member");
    }

    synchronized void removeMember(String image, String member) {
        members.getOrDefault(image, new TreeMap<>()).remove(member);
    }

    synchronized void setData(String image, byte[] bytes) {
        data.put(image, bytes);
        images.get(image).put("size", bytes == null ? 0 : bytes.length);
    }

    /** @param isPrivileged whether images of others are listed, too */
    synchronized String list(String query, boolean isPrivileged) {
        Map<String, String> asked = parse(query);
        String marker = asked.getOrDefault("marker", "");
        List<ObjectNode> found = images.tailMap(marker).values().stream()
                .filter(each -> isPrivileged || isPublic(each))
                .filter(each -> each.path("os_hidden").asBoolean()
                        == Boolean.parseBoolean(asked.getOrDefault("os_hidden", "false")))
                .filter(each -> "all".equals(asked.get("visibility"))
                        || !each.path("visibility").asText().equals("community"))
                .toList();
        if (!marker.isEmpty() && !images.containsKey(marker)) {
            throw new GlanceError(400, "No image found with ID " + marker);
        }
        int limit = Integer.parseInt(asked.getOrDefault("limit", "25"));
        List<ObjectNode> page = found.stream()
                .filter(each -> each.path("id").asText().compareTo(marker) > 0)
                .limit(limit)
                .toList();
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("images").addAll(page);
        if (!page.isEmpty() && page.size() == limit) {
            answer.put(
                    "next",
                    "/v2/images?limit=" + limit + "&marker="
                            + page.get(limit - 1).path("id").asText());
        }
        return answer.toString();
    }

    private static Map<String, String> parse(String query) {
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }

    private static boolean isPublic(ObjectNode image) {
        return image.path("visibility").asText().equals("public");
    }

    /** @throws GlanceError if the caller cannot see it */
    synchronized ObjectNode find(String id, boolean isPrivileged) {
        ObjectNode image = images.get(id);
        if (image == null || !isPrivileged && !isPublic(image)) {
            throw new GlanceError(404, "Image " + id + " not found.");
        }
        return image;
    }

    synchronized String members(String id, boolean isPrivileged) {
        if (!find(id, isPrivileged).path("visibility").asText().equals("shared")) {
            throw new GlanceError(
                    403, "Not allowed to list members for image " + id + ": Only shared images have members.");
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("members")
                .addAll(members.getOrDefault(id, new TreeMap<>()).values());
        return answer.put("schema", "/v2/schemas/members").toString();
    }

    /** Image, member and status of each, with a space between them. */
    synchronized List<String> allMembers() {
        return members.values().stream()
                .flatMap(each -> each.values().stream())
                .map(each -> each.path("image_id").asText() + " "
                        + each.path("member_id").asText() + " "
                        + each.path("status").asText())
                .toList();
    }

    /**
     * The data, for the owner and members.
     *
     * @return null if there is none
     */
    synchronized byte[] data(String id, String project) {
        ObjectNode image = find(id, true);
        boolean isMember = members.getOrDefault(id, new TreeMap<>()).containsKey(project);
        if (!isPublic(image) && !isMember && !image.path("owner").asText().equals(project)) {
            throw new GlanceError(404, "Image " + id + " not found.");
        }
        if (image.path("status").asText().equals("deactivated")) {
            throw new GlanceError(403, "The requested image has been deactivated. Image data download is forbidden.");
        }
        return data.get(id);
    }
}
