package dev.handshake.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The services that a fake Keystone lists. */
class FakeKeystoneCatalog {

    private record Entry(String type, String region, String interfaceName, String url) {

        private boolean isSame(Entry other) {
            return List.of(type, region, interfaceName).equals(List.of(other.type, other.region, other.interfaceName));
        }

        private Object toJson(String project) {
            Map<String, String> endpoint = Map.of(
                    "id", interfaceName,
                    "interface", interfaceName,
                    "region", region,
                    "region_id", region,
                    "url", url.replace("%(tenant_id)s", project));
            return Map.of("id", type, "type", type, "name", type, "endpoints", List.of(endpoint));
        }
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** @param url may contain {@code %(tenant_id)s} */
    void put(String type, String region, String interfaceName, String url) {
        Entry entry = new Entry(type, region, interfaceName, url);
        entries.removeIf(entry::isSame);
        entries.add(entry);
    }

    List<Object> toJson(String project) {
        return new ArrayList<>(
                entries.stream().map(each -> each.toJson(project)).toList());
    }
}
