package dev.handshake.catalog;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sort order of the image list: one or more columns, then the id in the direction of the last column.
 *
 * @param keys at least one
 */
public record SortOrder(List<SortKey> keys) {

    public record SortKey(ImageColumn column, boolean descending) {}

    /** The orders offered on the image list page. */
    public enum Option {
        NEWEST("-created", "newest first", ImageColumn.CREATED, true),
        OLDEST("created", "oldest first", ImageColumn.CREATED, false),
        NAME("name", "name, A to Z", ImageColumn.NAME, false),
        NAME_DESCENDING("-name", "name, Z to A", ImageColumn.NAME, true),
        LARGEST("-size", "largest first", ImageColumn.SIZE, true),
        SMALLEST("size", "smallest first", ImageColumn.SIZE, false);

        private final String queryValue;
        private final String label;
        private final SortOrder order;

        Option(String queryValue, String label, ImageColumn column, boolean descending) {
            this.queryValue = queryValue;
            this.label = label;
            this.order = of(column, descending);
        }

        /**
         * The option with this query value; empty means newest first.
         *
         * @throws RefusedException {@link Reason#MALFORMED} if there is none
         */
        static Option parse(String queryValue) {
            return queryValue.isEmpty()
                    ? NEWEST
                    : Arrays.stream(values())
                            .filter(each -> each.queryValue.equals(queryValue))
                            .findFirst()
                            .orElseThrow(() -> new RefusedException(Reason.MALFORMED, "no such sort order"));
        }

        public String queryValue() {
            return queryValue;
        }

        public String label() {
            return label;
        }

        SortOrder order() {
            return order;
        }
    }

    static final SortOrder NEWEST = of(ImageColumn.CREATED, true);

    static SortOrder of(ImageColumn column, boolean descending) {
        return new SortOrder(List.of(new SortKey(column, descending)));
    }

    SortOrder reversed() {
        return new SortOrder(keys.stream()
                .map(key -> new SortKey(key.column(), !key.descending()))
                .toList());
    }

    /**
     * The SQL order by clause.
     *
     * @param age the column with the image's creation time
     * @param id the column with the image's id
     */
    String orderBySql(String age, String id) {
        return allKeys()
                .map(key -> sql(key, age, id) + (key.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /**
     * The SQL condition for rows after the marker. Keys of equal direction are compared as one row value, which an
     * index can serve.
     */
    String afterMarkerSql(String age, String id) {
        List<SortKey> all = allKeys().toList();
        if (all.stream().map(SortKey::descending).distinct().count() > 1) {
            return afterMarkerSql(all, 0, age, id);
        }
        String columns = all.stream().map(key -> sql(key, age, id)).collect(Collectors.joining(", "));
        String values = Stream.iterate(0, place -> place + 1)
                .limit(all.size())
                .map(place -> ":after" + place)
                .collect(Collectors.joining(", "));
        return "(%s) %s (%s)".formatted(columns, all.get(0).descending() ? "<" : ">", values);
    }

    private static String afterMarkerSql(List<SortKey> keys, int place, String age, String id) {
        SortKey key = keys.get(place);
        String column = sql(key, age, id);
        String later = "%s %s :after%d".formatted(column, key.descending() ? "<" : ">", place);
        return place == keys.size() - 1
                ? later
                : "(%s or %s = :after%d and %s)"
                        .formatted(later, column, place, afterMarkerSql(keys, place + 1, age, id));
    }

    /** Binds the marker's values to the parameters in {@link #afterMarkerSql}. */
    void bindMarker(Image marker, Map<String, Object> words) {
        List<SortKey> all = allKeys().toList();
        for (int place = 0; place < all.size(); place++) {
            words.put("after" + place, all.get(place).column().value(marker));
        }
    }

    private Stream<SortKey> allKeys() {
        boolean descending = keys.get(keys.size() - 1).descending();
        Stream<SortKey> named = keys.stream().distinct();
        return keys.stream().anyMatch(key -> key.column() == ImageColumn.ID)
                ? named
                : Stream.concat(named, Stream.of(new SortKey(ImageColumn.ID, descending)));
    }

    private static String sql(SortKey key, String age, String id) {
        return switch (key.column()) {
            case CREATED -> age;
            case ID -> id;
            default -> key.column().orderSql();
        };
    }
}
