package dev.handshake.image;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An order of the image list: by some columns, and by the id where these are equal, in the direction of the last.
 *
 * @param keys at least one
 */
public record ImageSort(List<Key> keys) {

    public record Key(ImageColumn column, boolean descending) {}

    static final ImageSort NEWEST = by(ImageColumn.CREATED, true);

    static ImageSort by(ImageColumn column, boolean descending) {
        return new ImageSort(List.of(new Key(column, descending)));
    }

    /** The SQL order, where {@code age} and {@code id} name the columns that hold an image's time and id. */
    String by(String age, String id) {
        return all().map(key -> sql(key, age, id) + (key.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /**
     * The SQL condition that a row comes after the marker. Keys of one direction compare as one, which an index serves.
     */
    String after(String age, String id) {
        List<Key> all = all().toList();
        if (all.stream().map(Key::descending).distinct().count() > 1) {
            return after(all, 0, age, id);
        }
        String columns = all.stream().map(key -> sql(key, age, id)).collect(Collectors.joining(", "));
        String values = Stream.iterate(0, place -> place + 1)
                .limit(all.size())
                .map(place -> ":after" + place)
                .collect(Collectors.joining(", "));
        return "(%s) %s (%s)".formatted(columns, all.get(0).descending() ? "<" : ">", values);
    }

    private static String after(List<Key> keys, int place, String age, String id) {
        Key key = keys.get(place);
        String column = sql(key, age, id);
        String later = "%s %s :after%d".formatted(column, key.descending() ? "<" : ">", place);
        return place == keys.size() - 1
                ? later
                : "(%s or %s = :after%d and %s)".formatted(later, column, place, after(keys, place + 1, age, id));
    }

    /** Puts the marker's values to the places that {@link #after} names. */
    void put(Image marker, Map<String, Object> words) {
        List<Key> all = all().toList();
        for (int place = 0; place < all.size(); place++) {
            words.put("after" + place, all.get(place).column().value(marker));
        }
    }

    private Stream<Key> all() {
        boolean descending = keys.get(keys.size() - 1).descending();
        Stream<Key> named = keys.stream().distinct();
        return keys.stream().anyMatch(key -> key.column() == ImageColumn.ID)
                ? named
                : Stream.concat(named, Stream.of(new Key(ImageColumn.ID, descending)));
    }

    private static String sql(Key key, String age, String id) {
        return switch (key.column()) {
            case CREATED -> age;
            case ID -> id;
            default -> key.column().sql();
        };
    }
}
