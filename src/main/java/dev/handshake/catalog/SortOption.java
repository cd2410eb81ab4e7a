package dev.handshake.catalog;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Arrays;

/** The sort orders offered on the image list page. Ties are broken by id in the same direction. */
public enum SortOption {
    NEWEST("-created", "newest first", ImageColumn.CREATED, true),
    OLDEST("created", "oldest first", ImageColumn.CREATED, false),
    NAME("name", "name, A to Z", ImageColumn.NAME, false),
    NAME_DESCENDING("-name", "name, Z to A", ImageColumn.NAME, true),
    LARGEST("-size", "largest first", ImageColumn.SIZE, true),
    SMALLEST("size", "smallest first", ImageColumn.SIZE, false);

    private final String queryValue;
    private final String label;
    private final SortOrder sort;

    SortOption(String word, String sentence, ImageColumn column, boolean descending) {
        this.queryValue = word;
        this.label = sentence;
        this.sort = SortOrder.of(column, descending);
    }

    /** Parses the query parameter, such as {@code -created} or {@code name}; empty means newest first. */
    static SortOption parse(String word) {
        return word.isEmpty()
                ? NEWEST
                : Arrays.stream(values())
                        .filter(each -> each.queryValue.equals(word))
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(Reason.MALFORMED, "no such sort order"));
    }

    public String queryValue() {
        return queryValue;
    }

    public String label() {
        return label;
    }

    SortOrder sort() {
        return sort;
    }
}
