package dev.handshake.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** Changes of images and members at {@link FakeGlance}, by users of a project. */
class FakeGlanceWrites {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeGlanceImages images;
    private final String project;

    FakeGlanceWrites(FakeGlanceImages images, String project) {
        this.images = images;
        this.project = project;
    }

    /** @param path its parts, such as {@code /v2/images/ID/members/MEMBER} */
    void write(String method, String[] path, InputStream body, String how) throws IOException {
        if (how.equals("lost")) {
            return;
        }
        if (path.length < 5) {
            changeImage(method, path, body);
        } else if (path[4].equals("file")) {
            FakeGlanceData.pauseIf("stall", how);
            receive(path[3], body.readAllBytes());
        } else {
            requireShared(path[3]);
            changeMember(method, path, JSON.readTree(body));
        }
        if (how.equals("500 after")) {
            throw new GlanceError(500, "Internal Server Error");
        }
        FakeGlanceData.pauseIf("hang after", how);
    }

    private void changeImage(String method, String[] path, InputStream body) throws IOException {
        if (method.equals("POST")) {
            ObjectNode image = (ObjectNode) JSON.readTree(body);
            String now = FakeGlanceImages.now();
            image.put("status", "queued").put("owner", project).put("created_at", now);
            image.put("updated_at", now).put("protected", false).put("os_hidden", false);
            image.putNull("size").putNull("virtual_size").putNull("checksum").putNull("os_hash_value");
            images.addQueued(image.path("id").asText(), image);
        } else {
            requireOwn(path[3]);
            images.remove(path[3]);
        }
    }

    private void receive(String id, byte[] data) {
        ObjectNode image = requireOwn(id);
        String status = image.path("status").asText();
        if (!status.equals("queued")) {
            throw new GlanceError(409, "Image status transition from " + status + " to saving is not allowed");
        }
        images.setData(id, data);
        image.put("os_hash_algo", "sha512").put("os_hash_value", DigestUtils.sha512Hex(data));
        image.put("checksum", DigestUtils.md5Hex(data));
        image.put("status", "active").put("updated_at", FakeGlanceImages.now());
    }

    private ObjectNode requireOwn(String id) {
        ObjectNode image = images.find(id, true);
        if (!image.path("owner").asText().equals(project)) {
            throw new GlanceError(404, "Image " + id + " not found.");
        }
        return image;
    }

    private void requireShared(String image) {
        if (!images.find(image, true).path("visibility").asText().equals("shared")) {
            throw new GlanceError(403, "Only shared images have members.");
        }
    }

    private void changeMember(String method, String[] path, JsonNode said) throws IOException {
        String member = path.length > 5 ? path[5] : said.path("member").asText();
        boolean isMember = JSON.readTree(images.members(path[3], true))
                .path("members")
                .findValuesAsText("member_id")
                .contains(member);
        if (method.equals("POST") && isMember) {
            throw new GlanceError(409, "Image member " + member + " already exists.");
        }
        if (!method.equals("POST") && !isMember) {
            throw new GlanceError(404, member + " not found in the member list of the image.");
        }
        switch (method) {
            case "POST" -> images.setMember(path[3], member, "pending");
            case "PUT" -> images.setMember(path[3], member, said.path("status").asText());
            default -> images.removeMember(path[3], member);
        }
    }
}
