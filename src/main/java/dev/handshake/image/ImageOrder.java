package dev.handshake.image;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import java.util.Arrays;
import java.util.function.Function;

/** The orders of the image list, each with the index column it follows; the id breaks ties in the same direction. */
public enum ImageOrder {
    NEWEST("-created", "newest first", "created_at", true, image -> image.createdAt),
    OLDEST("created", "oldest first", "created_at", false, image -> image.createdAt),
    NAME("name", "name, A to Z", "name", false, image -> image.name),
    NAME_BACKWARDS("-name", "name, Z to A", "name", true, image -> image.name),
    LARGEST("-size", "largest first", "size", true, image -> image.size),
    SMALLEST("size", "smallest first", "size", false, image -> image.size);

    private final String word;
    private final String sentence;
    private final String column;
    private final boolean descending;
    private final Function<Image, Object> value;

    ImageOrder(String word, String sentence, String column, boolean descending, Function<Image, Object> value) {
        this.word = word;
        this.sentence = sentence;
        this.column = column;
        this.descending = descending;
        this.value = value;
    }

    /** As in the address: {@code -created}, {@code name} and so on; a missing word means the newest first. */
    static ImageOrder named(String word) {
        return word.isEmpty()
                ? NEWEST
                : Arrays.stream(values())
                        .filter(each -> each.word.equals(word))
                        .findFirst()
                        .orElseThrow(() -> new Refused(Reason.MALFORMED, "no such order"));
    }

    public String word() {
        return word;
    }

    public String sentence() {
        return sentence;
    }

    Object value(Image image) {
        return value.apply(image);
    }

    /** The SQL condition that a row comes after the marker, given the names of the two columns. */
    String after(String age, String id) {
        return "(%s, %s) %s (:value, :marker)".formatted(column(age), id, descending ? "<" : ">");
    }

    String by(String age, String id) {
        String direction = descending ? " desc" : "";
        return column(age) + direction + ", " + id + direction;
    }

    private String column(String age) {
        return column.equals("created_at") ? age : "i." + column;
    }
}
