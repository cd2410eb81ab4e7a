package dev.handshake.image;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import jakarta.ws.rs.core.UriBuilder;
import java.util.EnumSet;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** What an image list shows, as its address says it: every filter, the order and the page. */
public class ImageQuery {

    /** Part of the name. */
    @RestQuery
    String q;

    /** {@code own}, {@code shared} or {@code base}; all when missing. */
    @RestQuery
    String show;

    @RestQuery
    String kind;

    @RestQuery
    String status;

    @RestQuery
    String sort;

    /** The id of the last image of the page before. */
    @RestQuery
    String marker;

    public String q() {
        return Text.clean(q);
    }

    public String show() {
        return Text.clean(show);
    }

    public String sort() {
        return order().word();
    }

    /** What the list is to show. */
    ImageFilter filter() {
        ImageFilter filter = new ImageFilter().sorted(order().sort()).after(marker());
        if (!show().isEmpty()) {
            filter.parts(EnumSet.of(word(ImageFilter.Part.class, show)));
        }
        if (!q().isEmpty()) {
            filter.called(q());
        }
        narrow(filter, ImageColumn.KIND, kind());
        narrow(filter, ImageColumn.STATUS, status());
        return filter;
    }

    private static void narrow(ImageFilter filter, ImageColumn column, Enum<?> value) {
        if (value != null) {
            filter.where(column, ImageFilter.Comparison.EQ, value.name());
        }
    }

    public ImageKind kind() {
        return word(ImageKind.class, kind);
    }

    public ImageStatus status() {
        return word(ImageStatus.class, status);
    }

    ImageOrder order() {
        return ImageOrder.named(Text.clean(sort));
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

    /** The address of the same list, showing another part of it. */
    public String showing(String part) {
        return address(part, null);
    }

    /** The address of the page after {@code marker}. */
    public String after(String marker) {
        return address(show(), marker);
    }

    private String address(String part, String marker) {
        UriBuilder address = UriBuilder.fromPath("images");
        put(address, "q", q());
        put(address, "show", part);
        put(address, "kind", Text.clean(kind));
        put(address, "status", Text.clean(status));
        put(address, "sort", Text.clean(sort));
        put(address, "marker", marker);
        return address.build().toString();
    }

    private static void put(UriBuilder address, String name, String value) {
        if (value != null && !value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }

    private static <E extends Enum<E>> E word(Class<E> words, String word) {
        try {
            return Text.clean(word).isEmpty() ? null : Enum.valueOf(words, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new RefusedException(Reason.MALFORMED, "no such filter");
        }
    }
}
