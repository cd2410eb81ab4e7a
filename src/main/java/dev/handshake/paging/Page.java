package dev.handshake.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the marker of the next page, or null on the last page
 * @param previous the marker of the page before, or null on the first page and in lists that only go forward
 */
public record Page<T>(List<T> items, String next, String previous) {

    /** Default number of rows. */
    public static final int DEFAULT_SIZE = 25;

    /** A page of a list that only goes forward. */
    public Page(List<T> items, String next) {
        this(items, next, null);
    }

    /**
     * @param found the rows of this page, plus one more if there is a next page
     * @param rows page size; 0 makes an empty last page
     * @param marker computes the next marker from the last row of this page
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

    /** The page before another one, from rows in reverse order; the other one is its next page. */
    public static <T> Page<T> ofReversed(List<T> found, int rows, Function<T, Object> marker) {
        Page<T> backward = of(found, rows, marker);
        List<T> shown = new ArrayList<>(backward.items);
        Collections.reverse(shown);
        String next = shown.isEmpty()
                ? null
                : marker.apply(shown.get(shown.size() - 1)).toString();
        return new Page<>(shown, next, backward.next);
    }

    /** Returns the page with each row converted. */
    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next, previous);
    }
}
