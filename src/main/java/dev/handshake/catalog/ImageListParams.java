package dev.handshake.catalog;

import dev.handshake.account.AccountNumbers;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.ImageKind;
import dev.handshake.image.ImageStatus;
import dev.handshake.paging.FilterUrls;
import dev.handshake.web.Text;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of the image list: filters, order and page. */
public class ImageListParams extends FilterUrls {

    /** Part of a name, an id or an account number. */
    @RestQuery
    String q;

    /** {@code own}, {@code shared} or {@code base}; all if missing. */
    @RestQuery
    String show;

    @RestQuery
    String kind;

    @RestQuery
    String status;

    @RestQuery
    String sort;

    /** The id of the last image on the previous page. */
    @RestQuery
    String marker;

    /** The id of the first image on the next page. */
    @RestQuery
    String before;

    public String q() {
        return Text.clean(q);
    }

    public String show() {
        return Text.clean(show);
    }

    public String sort() {
        return sortOption().queryValue();
    }

    /** The filters with order and marker. */
    ImageQuery toQuery(AccountNumbers numbers) {
        ImageQuery query = toFilter(numbers).orderBy(sortOption().order());
        return isBackward() ? query.before(parseId(before)) : query.after(parseId(marker));
    }

    /** The filters alone. */
    ImageQuery toFilter(AccountNumbers numbers) {
        ImageQuery filter = new ImageQuery();
        if (!show().isEmpty()) {
            filter.scopes(EnumSet.of(parseEnum(ImageQuery.ImageScope.class, show)));
        }
        if (!q().isEmpty()) {
            filter.search(new ImageSearch(q(), numbers.matches(q())));
        }
        addFilter(filter, ImageColumn.KIND, kind());
        addFilter(filter, ImageColumn.STATUS, status());
        return filter;
    }

    private static void addFilter(ImageQuery filter, ImageColumn column, Enum<?> value) {
        if (value != null) {
            filter.where(column, ImageQuery.Comparison.EQ, value.name());
        }
    }

    public ImageKind kind() {
        return parseEnum(ImageKind.class, kind);
    }

    public ImageStatus status() {
        return parseEnum(ImageStatus.class, status);
    }

    SortOrder.Option sortOption() {
        return SortOrder.Option.parse(Text.clean(sort));
    }

    public ImageKind[] kinds() {
        return ImageKind.values();
    }

    public ImageStatus[] statuses() {
        return ImageStatus.values();
    }

    public SortOrder.Option[] sortOptions() {
        return SortOrder.Option.values();
    }

    private static UUID parseId(String marker) {
        try {
            return Text.clean(marker).isEmpty() ? null : UUID.fromString(Text.clean(marker));
        } catch (IllegalArgumentException noId) {
            throw new RefusedException(Reason.UNKNOWN_MARKER);
        }
    }

    private boolean isBackward() {
        return !Text.clean(before).isEmpty();
    }

    /** Whether the page starts with the first image of all that the account has, so that running imports are shown. */
    boolean isStart() {
        return !isFiltered()
                && Text.clean(marker).isEmpty()
                && !isBackward()
                && (show().isEmpty() || show().equals("own"));
    }

    public boolean isFiltered() {
        return !q().isEmpty() || kind() != null || status() != null;
    }

    /** The URL of the same list, limited to {@code part}. */
    public String scopeUrl(String part) {
        return url(Map.of("show", part));
    }

    /** The URL of the same list sorted by this column, or in the other direction if it already is. */
    public String sortUrl(String column) {
        String first = column.equals("name") ? column : "-" + column; // the newest and the largest come first
        String other = column.equals("name") ? "-" + column : column;
        return url(Map.of("sort", sort().equals(first) ? other : first));
    }

    /** The value of {@code aria-sort} of a column, or empty. */
    public String direction(String column) {
        return sort().equals(column) ? "ascending" : sort().equals("-" + column) ? "descending" : "";
    }

    @Override
    protected Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("q", q());
        filters.put("show", show());
        filters.put("kind", Text.clean(kind));
        filters.put("status", Text.clean(status));
        filters.put("sort", Text.clean(sort));
        return filters;
    }

    private static <E extends Enum<E>> E parseEnum(Class<E> words, String word) {
        try {
            return Text.clean(word).isEmpty() ? null : Enum.valueOf(words, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new RefusedException(Reason.MALFORMED, "no such filter");
        }
    }
}
