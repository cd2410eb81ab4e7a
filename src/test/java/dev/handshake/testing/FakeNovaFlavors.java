package dev.handshake.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/** What servers at {@link FakeNova} can be made of. */
class FakeNovaFlavors {

    static final String NETWORKS = """
            {"networks": [{"id": "00000000-0000-0000-0000-0000000000aa", "name": "private"},
             {"id": "00000000-0000-0000-0000-0000000000bb", "name": "x", "router:external": true}]}""";

    static final ObjectNode ALL = JsonNodeFactory.instance.objectNode();

    static {
        add("11", "small", 2, 4096, 40);
        add("12", "nano", 1, 64, 0);
        add("13", "c2.fast", 8, 16384, 160);
        add("14", "no-host", 2, 4096, 40);
        add("15", "too-much", 64, 65536, 40);
    }

    private FakeNovaFlavors() {}

    private static void add(String id, String name, int vcpus, int ram, int disk) {
        ObjectNode flavor = ALL.withArray("flavors").addObject();
        flavor.put("id", id)
                .put("name", name)
                .put("vcpus", vcpus)
                .put("ram", ram)
                .put("disk", disk);
    }

    static JsonNode find(String id) {
        return StreamSupport.stream(ALL.path("flavors").spliterator(), false)
                .filter(each -> each.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new FakeNovaServers.NovaError(400, "Flavor " + id + " could not be found."));
    }
}
