package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.image.Image;
import dev.handshake.paging.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** {@code /{region}/images}: the image list. */
@Path("/{region}/images")
@Authenticated
public class ImagesResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, ImageListParams query, Page<ImageRow> page);
    }

    private final CurrentUser current;

    ImagesResource(CurrentUser current) {
        this.current = current;
    }

    @GET
    public TemplateInstance list(String region, @BeanParam ImageListParams query) {
        Actor actor = current.actorIn(region);
        Page<Image> found = ImageList.page(actor, query.toQuery(), Page.DEFAULT_SIZE);
        Page<ImageRow> page = new Page<>(ImageRow.load(actor, found.items()), found.next());
        return Templates.list(actor, query, page);
    }
}
