package dev.handshake.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the marker that the following page starts after, or null on the last page
 */
public record Page<T>(List<T> items, String next) {

    /** How many rows a page shows unless it says otherwise. */
    public static final int DEFAULT_SIZE = 25;

    /**
     * @param found one row more than {@code rows}, where there are more
     * @param rows 0 makes an empty page, the last one
     * @param marker what the next page starts after, given the last row of this one
     */
    public static <T> Page<T> of(List<T> found, int rows, Function<T, Object> marker) {
        if (rows == 0) {
            return new Page<>(List.of(), null);
        }
        if (found.size() <= rows) {
            return new Page<>(found, null);
        }
        List<T> shown = found.subList(0, rows);
        return new Page<>(shown, marker.apply(shown.get(rows - 1)).toString());
    }

    /** The same page with each row seen as something else. */
    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
