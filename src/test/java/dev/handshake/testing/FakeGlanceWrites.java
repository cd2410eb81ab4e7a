package dev.handshake.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.testing.FakeGlanceImages.GlanceError;
import java.io.IOException;
import java.io.InputStream;

/** Changes of members at {@link FakeGlance}. */
class FakeGlanceWrites {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FakeGlanceWrites() {}

    /** @param path its parts, such as {@code /v2/images/ID/members/MEMBER} */
    static void write(FakeGlanceImages images, String method, String[] path, InputStream body, String how)
            throws IOException {
        JsonNode said = JSON.readTree(body);
        if (!how.equals("lost")) {
            requireShared(images, path[3]);
            change(images, method, path, said);
        }
        FakeGlanceData.pauseIf("hang after", how);
    }

    private static void requireShared(FakeGlanceImages images, String image) {
        if (!images.find(image, true).path("visibility").asText().equals("shared")) {
            throw new GlanceError(403, "Only shared images have members.");
        }
    }

    private static void change(FakeGlanceImages images, String method, String[] path, JsonNode said)
            throws IOException {
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
