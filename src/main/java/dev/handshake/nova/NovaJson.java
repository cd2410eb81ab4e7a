package dev.handshake.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.openstack.ServiceException;
import dev.handshake.web.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads and writes Nova's JSON. What is not as documented is left out or empty. */
final class NovaJson {

    private static final int MAX_NAME = 255;
    private static final int MAX_WORD = 64;
    private static final int MAX_FAULT = 500;
    private static final int MAX_TAGS = 50;

    private NovaJson() {}

    static List<NovaFlavor> flavors(JsonNode body) {
        return elements(body.path("flavors"))
                .filter(each -> each.path("id").isTextual() && each.path("name").isTextual())
                .map(each -> flavor(each, each.path("id").asText(), "name"))
                .toList();
    }

    private static NovaFlavor flavor(JsonNode said, String id, String nameKey) {
        return new NovaFlavor(
                text(MAX_NAME, id),
                text(MAX_NAME, said.path(nameKey).asText()),
                number(said.path("vcpus")),
                number(said.path("ram")),
                number(said.path("disk")));
    }

    private static int number(JsonNode said) {
        return Math.max(0, said.asInt());
    }

    static NovaLimits limits(JsonNode body) {
        JsonNode all = body.path("limits").path("absolute");
        return new NovaLimits(
                all.path("maxTotalInstances").asInt(-1),
                number(all.path("totalInstancesUsed")),
                all.path("maxTotalCores").asInt(-1),
                number(all.path("totalCoresUsed")),
                all.path("maxTotalRAMSize").asInt(-1),
                number(all.path("totalRAMUsed")));
    }

    static List<NovaNetwork> networks(JsonNode body) {
        return elements(body.path("networks"))
                .filter(each -> id(each.path("id")) != null)
                .filter(each -> !each.path("router:external").asBoolean())
                .map(each -> new NovaNetwork(
                        id(each.path("id")), text(MAX_NAME, each.path("name").asText())))
                .toList();
    }

    static ServerPage servers(JsonNode body) {
        List<NovaServer> servers = new ArrayList<>();
        elements(body.path("servers"))
                .map(NovaJson::serverOrNull)
                .filter(Objects::nonNull)
                .forEach(servers::add);
        boolean isLast = elements(body.path("servers_links"))
                .noneMatch(each -> each.path("rel").asText().equals("next"));
        return new ServerPage(
                servers,
                isLast || servers.isEmpty()
                        ? null
                        : servers.get(servers.size() - 1).id());
    }

    /** @throws ServiceException if the body is no server */
    static NovaServer server(JsonNode body) {
        NovaServer server = serverOrNull(body.path("server"));
        if (server == null) {
            throw ServiceException.unclear(0, "the response is not a server");
        }
        return server;
    }

    private static NovaServer serverOrNull(JsonNode said) {
        UUID id = id(said.path("id"));
        Instant updated = time(said.path("updated"));
        if (id == null || updated == null) {
            return null;
        }
        Instant created = time(said.path("created"));
        return new NovaServer(
                id,
                text(MAX_NAME, said.path("name").asText()),
                text(MAX_WORD, said.path("status").asText()),
                said.path("OS-EXT-STS:task_state").isTextual()
                        ? text(MAX_WORD, said.path("OS-EXT-STS:task_state").asText())
                        : "",
                text(MAX_FAULT, said.path("fault").path("message").asText()),
                id(said.path("image").path("id")),
                flavor(said.path("flavor"), "", "original_name"),
                created == null ? updated : created,
                updated,
                elements(said.path("tags"))
                        .limit(MAX_TAGS)
                        .map(each -> text(MAX_WORD, each.asText()))
                        .toList());
    }

    /** @throws ServiceException if the body has no id */
    static UUID requireId(JsonNode said) {
        UUID id = id(said);
        if (id == null) {
            throw ServiceException.unclear(0, "the response has no id");
        }
        return id;
    }

    private static UUID id(JsonNode said) {
        try {
            return said.isTextual() ? UUID.fromString(said.textValue()) : null;
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static Instant time(JsonNode said) {
        try {
            return said.isTextual() ? Instant.parse(said.textValue()) : null;
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static String text(int most, String said) {
        return Text.abbreviate(most, Text.clean(said).replaceAll("\\s+", " "));
    }

    private static java.util.stream.Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static JsonNode create(NewServer server) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode said = body.putObject("server");
        said.put("name", server.name());
        said.put("imageRef", server.image().toString());
        said.put("flavorRef", server.flavor());
        if (server.network() == null) {
            said.put("networks", "none");
        } else {
            said.putArray("networks").addObject().put("uuid", server.network().toString());
        }
        if (server.userData() != null) {
            said.put("user_data", server.userData());
        }
        said.putArray("tags").add(server.tag());
        return body;
    }

    /** An action without parameters. */
    static JsonNode action(String name) {
        return JsonNodeFactory.instance.objectNode().putNull(name);
    }

    static JsonNode action(String name, String key, JsonNode value) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject(name).set(key, value);
        return body;
    }
}
