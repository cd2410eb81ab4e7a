package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * {@code /{region}/history}: what happened to an account's images and to what it was offered, also after they are gone.
 */
@Path("/{region}/history")
@Authenticated
public class HistoryPage {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, Page<History.Told> page);
    }

    private final CurrentUser current;

    HistoryPage(CurrentUser current) {
        this.current = current;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        return Templates.list(actor, History.of(actor, Marker.parse(marker)));
    }
}
