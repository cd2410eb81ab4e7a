package dev.handshake.server.pages;

import dev.handshake.account.Actor;
import dev.handshake.catalog.ImageColumn;
import dev.handshake.catalog.ImageList;
import dev.handshake.catalog.ImageQuery;
import dev.handshake.catalog.ImageSearch;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.image.ImageStatus;
import dev.handshake.paging.Page;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Query parameters of the page that picks an image for a new server: the image list, active images only. */
public class ImagePickerParams {

    /** Part of the name. */
    @RestQuery
    String q;

    /** The id of the last image on the previous page. */
    @RestQuery
    String marker;

    /** The id of the chosen image. */
    @RestQuery
    String image;

    /** The first page, with an id that was typed. */
    static ImagePickerParams withImage(String id) {
        ImagePickerParams picker = new ImagePickerParams();
        picker.image = id;
        return picker;
    }

    public String q() {
        return Text.clean(q);
    }

    public String image() {
        return Text.clean(image);
    }

    Page<Image> listImages(Actor actor) {
        ImageQuery filter = new ImageQuery()
                .where(ImageColumn.STATUS, ImageQuery.Comparison.EQ, ImageStatus.ACTIVE.name())
                .after(marker());
        return ImageList.page(
                actor, q().isEmpty() ? filter : filter.search(new ImageSearch(q(), false)), Page.DEFAULT_SIZE);
    }

    private UUID marker() {
        try {
            return Text.clean(marker).isEmpty() ? null : UUID.fromString(marker);
        } catch (IllegalArgumentException noId) {
            throw new RefusedException(Reason.UNKNOWN_MARKER);
        }
    }

    /** The URL of the page after {@code last}. */
    public String nextPageUrl(String last) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("q", q());
        params.put("marker", Text.clean(last));
        return Urls.withQuery("new", params);
    }
}
