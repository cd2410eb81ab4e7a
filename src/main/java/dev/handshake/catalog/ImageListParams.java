package dev.handshake.catalog;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.ImageKind;
import dev.handshake.image.ImageStatus;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of the image list: filters, order and page. */
public class ImageListParams {

    /** Part of the name. */
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

    public String q() {
        return Text.clean(q);
    }

    public String show() {
        return Text.clean(show);
    }

    public String sort() {
        return sortOption().queryValue();
    }

    ImageQuery toQuery() {
        ImageQuery filter = new ImageQuery().orderBy(sortOption().order()).after(marker());
        if (!show().isEmpty()) {
            filter.scopes(EnumSet.of(parseEnum(ImageQuery.ImageScope.class, show)));
        }
        if (!q().isEmpty()) {
            filter.nameContains(q());
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

    UUID marker() {
        try {
            return Text.clean(marker).isEmpty() ? null : UUID.fromString(marker);
        } catch (IllegalArgumentException noId) {
            throw new RefusedException(Reason.UNKNOWN_MARKER);
        }
    }

    public boolean isFiltered() {
        return !q().isEmpty() || kind() != null || status() != null;
    }

    /** The URL of the same list, limited to {@code part}. */
    public String scopeUrl(String part) {
        return url(part, null);
    }

    /** The URL of the page after {@code marker}. */
    public String nextPageUrl(String marker) {
        return url(show(), marker);
    }

    private String url(String part, String marker) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("q", q());
        params.put("show", part);
        params.put("kind", Text.clean(kind));
        params.put("status", Text.clean(status));
        params.put("sort", Text.clean(sort));
        params.put("marker", marker);
        return Urls.withQuery("images", params);
    }

    private static <E extends Enum<E>> E parseEnum(Class<E> words, String word) {
        try {
            return Text.clean(word).isEmpty() ? null : Enum.valueOf(words, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new RefusedException(Reason.MALFORMED, "no such filter");
        }
    }
}
