package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.image.HistoryEntry;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/history}: the history of an account's images and invitations, including deleted ones. */
@Path("/{region}/history")
@Authenticated
public class HistoryResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, Page<HistoryEntry.HistoryLine> page);
    }

    private final CurrentUser current;

    HistoryResource(CurrentUser current) {
        this.current = current;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        return Templates.list(actor, HistoryEntry.page(actor, Marker.parse(marker)));
    }
}
