package dev.handshake.image;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Arrays;

/** The orders that the page of the image list offers; the id breaks ties in the same direction. */
public enum ImageOrder {
    NEWEST("-created", "newest first", ImageColumn.CREATED, true),
    OLDEST("created", "oldest first", ImageColumn.CREATED, false),
    NAME("name", "name, A to Z", ImageColumn.NAME, false),
    NAME_BACKWARDS("-name", "name, Z to A", ImageColumn.NAME, true),
    LARGEST("-size", "largest first", ImageColumn.SIZE, true),
    SMALLEST("size", "smallest first", ImageColumn.SIZE, false);

    private final String word;
    private final String sentence;
    private final ImageSort sort;

    ImageOrder(String word, String sentence, ImageColumn column, boolean descending) {
        this.word = word;
        this.sentence = sentence;
        this.sort = ImageSort.by(column, descending);
    }

    /** As in the address: {@code -created}, {@code name} and so on; a missing word means the newest first. */
    static ImageOrder named(String word) {
        return word.isEmpty()
                ? NEWEST
                : Arrays.stream(values())
                        .filter(each -> each.word.equals(word))
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(Reason.MALFORMED, "no such order"));
    }

    public String word() {
        return word;
    }

    public String sentence() {
        return sentence;
    }

    ImageSort sort() {
        return sort;
    }
}
