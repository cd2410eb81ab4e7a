package dev.handshake.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The {@link FakeGlance} of the running portal, which lives in another class loader: its methods, over HTTP. */
public class GlanceControl {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String region;

    public GlanceControl(String region) {
        this.region = region;
    }

    /** An active image with four bytes of data. */
    public UUID addImage(String owner, String name, String visibility) {
        return UUID.fromString(
                send("addImage", said().put("owner", owner).put("name", name).put("visibility", visibility))
                        .asText());
    }

    public void change(UUID image, String key, String value) {
        send("change", said(image).put("key", key).put("value", value));
    }

    public void change(UUID image, String key, boolean value) {
        send("change", said(image).put("key", key).put("value", value));
    }

    public void removeImage(UUID image) {
        send("removeImage", said(image));
    }

    public void setMember(UUID image, String member, String status) {
        send("setMember", said(image).put("member", member).put("status", status));
    }

    public void removeMember(UUID image, String member) {
        send("removeMember", said(image).put("member", member));
    }

    /** As {@link FakeGlance#failNext}. */
    public void failNext(String pathRegex, String how, int times) {
        send("failNext", said().put("path", pathRegex).put("how", how).put("times", times));
    }

    /** Whether the portal's role sees everything. */
    public void setPrivileged(boolean isPrivileged) {
        send("setPrivileged", said().put("isPrivileged", isPrivileged));
    }

    /** The status of each member. */
    public Map<String, String> members(UUID image) {
        Map<String, String> members = new TreeMap<>();
        send("members", said(image))
                .forEach(each -> members.put(
                        each.path("member_id").asText(), each.path("status").asText()));
        return members;
    }

    /** Image, member and status of each, with a space between them. */
    public Set<String> allMembers() {
        return new TreeSet<>(texts("allMembers"));
    }

    public List<String> calls() {
        return texts("calls");
    }

    private List<String> texts(String what) {
        List<String> texts = new ArrayList<>();
        send(what, said()).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static ObjectNode said() {
        return JSON.createObjectNode();
    }

    private static ObjectNode said(UUID image) {
        return said().put("image", image.toString());
    }

    private JsonNode send(String what, JsonNode body) {
        String url = ConfigProvider.getConfig().getValue("test.glance." + region, String.class);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/control/" + what))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return JSON.readTree(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
