package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.Image;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/history}: the history of an account's images and invitations, including deleted ones. */
@Path("/{region}/history")
@Authenticated
public class HistoryResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, Page<HistoryEntry.HistoryLine> page, Set<UUID> visible);
    }

    private final CurrentUser current;

    HistoryResource(CurrentUser current) {
        this.current = current;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        Page<HistoryEntry.HistoryLine> page = HistoryEntry.page(actor, Marker.parse(marker));
        return Templates.list(actor, page, visibleImages(actor, page.items()));
    }

    /** The images that still have a page which the actor may open. */
    private static Set<UUID> visibleImages(Actor actor, List<HistoryEntry.HistoryLine> lines) {
        Set<UUID> ids = lines.stream().map(line -> line.entry().imageId).collect(Collectors.toSet());
        return Image.listVisible(actor, ids).stream().map(image -> image.id).collect(Collectors.toSet());
    }
}
