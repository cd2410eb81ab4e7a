package dev.handshake.imagesync;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.glance.GlanceRegions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/**
 * {@code /{region}/image-service}: how far the region's own Image service is followed, for operators only. Not found
 * for anyone else.
 */
@Path("/{region}/image-service")
@Authenticated
public class ImageServiceResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Actor actor, ImageServiceReport report);
    }

    private final CurrentUser current;
    private final GlanceRegions regions;

    ImageServiceResource(CurrentUser current, GlanceRegions regions) {
        this.current = current;
        this.regions = regions;
    }

    @GET
    @Transactional
    public TemplateInstance show(String region) {
        Actor operator = current.operatorIn(region);
        if (!regions.contains(region)) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        return Templates.show(operator, ImageServiceReport.load(region, regions.mode(region)));
    }
}
