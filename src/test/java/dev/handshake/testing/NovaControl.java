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
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** One account's servers at {@link FakeNova}: what was asked of it, and how it misbehaves. */
public class NovaControl {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String project;

    public NovaControl(String region, String account) {
        this.project = region + "/" + account;
    }

    /**
     * The next call of this kind goes wrong.
     *
     * @param call a regular expression of method and path, such as {@code POST /servers}
     * @param how {@code hang}, {@code reset}, {@code slow}, {@code huge}, {@code drip} or a status; with {@code "
     *     after"} once it did what was asked
     */
    public NovaControl fails(String call, String how) {
        return fault(call, how, false);
    }

    /** Same for every call, until {@link #heals}. */
    public NovaControl keepsFailing(String call, String how) {
        return fault(call, how, true);
    }

    private NovaControl fault(String call, String how, boolean stays) {
        send("fault", said().put("call", call).put("how", how).put("stays", stays));
        return this;
    }

    public void heals() {
        send("heal", said());
    }

    /** What the account's calls were, such as {@code POST /servers}. */
    public List<String> calls() {
        List<String> calls = new ArrayList<>();
        records().forEach(each -> calls.add(each.path("call").asText()));
        return calls;
    }

    public long count(String call) {
        return calls().stream().filter(each -> each.matches(call)).count();
    }

    /** Calls with their user, query and body. */
    public JsonNode records() {
        return send("calls", said());
    }

    /** Every server, deleted ones too. */
    public JsonNode servers() {
        return send("servers", said());
    }

    /** Changes the server, or makes one elsewhere. */
    public void changes(UUID server, String key, String value) {
        ObjectNode said = said();
        said.putObject("server").put("id", server.toString()).put(key, value);
        send("change", said);
    }

    /** The server is gone, and no list of changes says so. */
    public void vanishes(UUID server) {
        ObjectNode said = said();
        said.putObject("server")
                .put("id", server.toString())
                .put("status", "DELETED")
                .put("updated", "2020-01-01T00:00:00Z");
        send("change", said);
    }

    /** A server that somebody starts elsewhere from the image. */
    public UUID startsElsewhere(UUID image, String name) {
        UUID id = UUID.randomUUID();
        ObjectNode said = said();
        ObjectNode server = said.putObject("server").put("id", id.toString()).put("name", name);
        server.putObject("image").put("id", image.toString());
        send("change", said);
        return id;
    }

    /** Puts a tag on the server. */
    public void tags(UUID server, String tag) {
        ObjectNode said = said();
        said.putObject("server").put("id", server.toString()).putArray("tags").add(tag);
        send("change", said);
    }

    private ObjectNode said() {
        return JSON.createObjectNode().put("project", project);
    }

    private static JsonNode send(String what, JsonNode body) {
        String url = ConfigProvider.getConfig().getValue("test.nova", String.class);
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
