package dev.handshake.api.json;

import dev.handshake.catalog.ImageColumn;
import dev.handshake.catalog.SortOrder;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parses the sort order of a list: {@code sort=name:asc,size}, or repeated {@code sort_key} and {@code sort_dir}. */
class SortParser {

    private static final int MAX_KEYS = 12;
    private static final Map<String, ImageColumn> COLUMNS = new TreeMap<>(Map.of(
            "created_at", ImageColumn.CREATED,
            "updated_at", ImageColumn.UPDATED,
            "name", ImageColumn.NAME,
            "size", ImageColumn.SIZE,
            "status", ImageColumn.API_STATUS,
            "id", ImageColumn.ID,
            "disk_format", ImageColumn.DISK_FORMAT,
            "container_format", ImageColumn.CONTAINER_FORMAT,
            "min_disk", ImageColumn.MIN_DISK,
            "min_ram", ImageColumn.MIN_RAM));

    /**
     * Newest first by default.
     *
     * @throws RefusedException {@link Reason#MALFORMED}
     */
    static SortOrder parse(MultivaluedMap<String, String> asked) {
        List<SortOrder.SortKey> keys = asked.containsKey("sort") ? parseSort(asked) : parseSortKeys(asked);
        if (keys.size() > MAX_KEYS) {
            throw new RefusedException(Reason.MALFORMED, "At most " + MAX_KEYS + " sort keys");
        }
        return new SortOrder(keys);
    }

    private static List<SortOrder.SortKey> parseSort(MultivaluedMap<String, String> asked) {
        if (asked.containsKey("sort_key") || asked.containsKey("sort_dir")) {
            throw new RefusedException(Reason.MALFORMED, "Old and new sorting syntax cannot be combined");
        }
        return Arrays.stream(asked.getFirst("sort").strip().split(",", -1))
                .map(each -> each.split(":", 2))
                .map(each -> key(each[0], each.length > 1 && !each[1].isEmpty() ? each[1] : "desc"))
                .toList();
    }

    private static List<SortOrder.SortKey> parseSortKeys(MultivaluedMap<String, String> asked) {
        List<String> keys = asked.getOrDefault("sort_key", List.of("created_at"));
        List<String> directions = asked.getOrDefault("sort_dir", List.of("desc"));
        if (directions.size() > 1 && directions.size() != keys.size()) {
            throw new RefusedException(Reason.MALFORMED, "Number of sort dirs does not match the number of sort keys");
        }
        List<SortOrder.SortKey> named = new ArrayList<>();
        for (int each = 0; each < keys.size(); each++) {
            named.add(key(keys.get(each), directions.get(directions.size() > 1 ? each : 0)));
        }
        return named;
    }

    private static SortOrder.SortKey key(String saidKey, String saidDirection) {
        String key = saidKey.strip();
        String direction = saidDirection.strip();
        if (!COLUMNS.containsKey(key)) {
            throw new RefusedException(Reason.MALFORMED, "Invalid sort key, must be one of " + COLUMNS.keySet());
        }
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw new RefusedException(Reason.MALFORMED, "Invalid sort direction: " + direction);
        }
        return new SortOrder.SortKey(COLUMNS.get(key), direction.equals("desc"));
    }
}
