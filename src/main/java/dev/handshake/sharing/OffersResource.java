package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/offers}: everything an account shares, across all its images. */
@Path("/{region}/offers")
@Authenticated
public class OffersResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Actor actor, List<StatusTab> tabs, MembershipStatus status, Page<MemberRow> page);
    }

    private final CurrentUser current;

    OffersResource(CurrentUser current) {
        this.current = current;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String status, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        MembershipStatus only = StatusTab.parseStatus(status);
        Page<Membership> found = MembershipQueries.pageOfOffers(actor, only, Marker.parse(marker), Page.DEFAULT_SIZE);
        Page<MemberRow> page = new Page<>(MemberRow.withLabels(actor, found.items()), found.next());
        return Templates.list(actor, StatusTab.forOffers(actor), only, page);
    }
}
