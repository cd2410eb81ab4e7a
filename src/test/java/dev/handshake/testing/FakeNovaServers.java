package dev.handshake.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The servers of one project at {@link FakeNova}. */
class FakeNovaServers {

    /** What Nova refuses with. */
    static class NovaError extends RuntimeException {
        final int status;

        NovaError(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATUS = "status";
    private static final String TASK = "OS-EXT-STS:task_state";
    private static final int BUILD_MILLIS = 300;
    private final Map<String, ObjectNode> servers = new LinkedHashMap<>();

    synchronized List<ObjectNode> all() {
        servers.values().forEach(FakeNovaServers::build);
        return List.copyOf(servers.values());
    }

    /** Sets the keys of a server, which is created if there is none with the id. */
    synchronized void change(ObjectNode said) {
        ObjectNode server = servers.computeIfAbsent(said.path("id").asText(), id -> newServer(id, "elsewhere"));
        server.put("updated", now());
        server.setAll(said);
    }

    /** @throws NovaError for what Nova refuses */
    synchronized String answer(String call, String query, JsonNode body, String version) {
        servers.values().forEach(FakeNovaServers::build);
        String[] path = call.split("[ /]+");
        boolean isNeutron = call.startsWith("GET /networks");
        if (!isNeutron && !"2.79".equals(version)) {
            throw new NovaError(400, "no microversion");
        }
        return switch (call.replaceAll("/[0-9a-f-]{36}", "/ID")) {
            case "GET /flavors/detail" -> FakeNovaFlavors.ALL.toString();
            case "GET /limits" -> limits();
            case "GET /networks" -> FakeNovaFlavors.NETWORKS;
            case "GET /servers/detail" -> list(parse(query));
            case "POST /servers" -> create(body.path("server"));
            case "GET /servers/ID" ->
                JSON.createObjectNode().set("server", find(path[2])).toString();
            case "POST /servers/ID/action" -> act(find(path[2]), body);
            case "DELETE /servers/ID" -> delete(find(path[2]));
            default -> throw new NovaError(404, "no " + call);
        };
    }

    private String limits() {
        return "{\"limits\": {\"absolute\": {\"maxTotalInstances\": 10, \"totalInstancesUsed\": " + existing()
                + ", \"maxTotalCores\": 20, \"totalCoresUsed\": 2, \"maxTotalRAMSize\": 51200, \"totalRAMUsed\": 64}}}";
    }

    private long existing() {
        return servers.values().stream().filter(each -> !isDeleted(each)).count();
    }

    private String list(Map<String, String> asked) {
        List<ObjectNode> found = servers.values().stream()
                .filter(each -> asked.containsKey("changes-since")
                        ? !Instant.parse(each.path("updated").asText())
                                .isBefore(Instant.parse(asked.get("changes-since")))
                        : !isDeleted(each))
                .filter(each -> !asked.containsKey("tags")
                        || each.path("tags").toString().contains('"' + asked.get("tags") + '"'))
                .toList();
        int from = asked.containsKey("marker")
                ? 1
                        + found.stream()
                                .map(each -> each.path("id").asText())
                                .toList()
                                .indexOf(asked.get("marker"))
                : 0;
        int to = Math.min(found.size(), from + Integer.parseInt(asked.getOrDefault("limit", "1000")));
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("servers").addAll(found.subList(from, to));
        if (to < found.size()) {
            answer.putArray("servers_links").addObject().put("rel", "next").put("href", "http://elsewhere");
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

    private String create(JsonNode said) {
        JsonNode flavor = FakeNovaFlavors.find(said.path("flavorRef").asText());
        if (flavor.path("vcpus").asInt() > 20) {
            throw new NovaError(403, "Quota exceeded for cores: Requested 64, but already used 4 of 20 cores");
        }
        ObjectNode server =
                newServer(UUID.randomUUID().toString(), said.path("name").asText());
        server.set("tags", said.path("tags"));
        server.putObject("image").set("id", said.path("imageRef"));
        server.putObject("flavor").setAll((ObjectNode) flavor.deepCopy());
        ((ObjectNode) server.path("flavor")).set("original_name", flavor.path("name"));
        server.put(STATUS, "BUILD").put(TASK, "spawning").put("ready", System.currentTimeMillis() + BUILD_MILLIS);
        servers.put(server.path("id").asText(), server);
        return JSON.createObjectNode()
                .set("server", JSON.createObjectNode().set("id", server.path("id")))
                .toString();
    }

    private static ObjectNode newServer(String id, String name) {
        ObjectNode server =
                JSON.createObjectNode().put("id", id).put("name", name).put(STATUS, "ACTIVE");
        server.put("created", now()).put("updated", now()).putNull(TASK);
        server.putArray("tags");
        server.putObject("flavor")
                .put("original_name", "small")
                .put("vcpus", 2)
                .put("ram", 4096)
                .put("disk", 40);
        return server;
    }

    private static void build(ObjectNode server) {
        if (server.has("ready") && server.path("ready").asLong() < System.currentTimeMillis()) {
            server.remove("ready");
            boolean fails = server.path("flavor").path("original_name").asText().equals("no-host");
            server.put(STATUS, fails ? "ERROR" : "ACTIVE").putNull(TASK).put("updated", now());
            if (fails) {
                server.putObject("fault").put("code", 500).put("message", "No valid host was found. ");
            }
        }
    }

    private ObjectNode find(String id) {
        ObjectNode server = servers.get(id);
        if (server == null || isDeleted(server)) {
            throw new NovaError(404, "Instance " + id + " could not be found.");
        }
        return server;
    }

    private static boolean isDeleted(ObjectNode server) {
        return server.path(STATUS).asText().equals("DELETED");
    }

    private String act(ObjectNode server, JsonNode body) {
        String action = body.fieldNames().next();
        String status = server.path(STATUS).asText();
        boolean isAllowed = switch (action) {
            case "os-stop", "reboot" -> status.equals("ACTIVE");
            case "os-start" -> status.equals("SHUTOFF");
            default -> true;
        };
        if (!isAllowed) {
            throw new NovaError(
                    409, "Cannot '" + action.replace("os-", "") + "' instance while it is in vm_state " + status);
        }
        if (action.equals("os-stop") || action.equals("os-start")) {
            server.put(STATUS, action.equals("os-stop") ? "SHUTOFF" : "ACTIVE").put("updated", now());
        }
        return switch (action) {
            case "createImage" -> "{\"image_id\": \"" + UUID.randomUUID() + "\"}";
            case "os-getConsoleOutput" -> "{\"output\": \"boot\\n\\u001b[0m<b>login:\\u202e\\n\"}";
            default -> "";
        };
    }

    private String delete(ObjectNode server) {
        server.put(STATUS, "DELETED").put("updated", now());
        return "";
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
