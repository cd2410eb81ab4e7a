package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.web.Flash;
import dev.handshake.web.Formats;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
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
    private final SharingService sharing;
    private final Flash flash;

    OffersResource(CurrentUser current, SharingService sharing, Flash flash) {
        this.current = current;
        this.sharing = sharing;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String status, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        MembershipStatus only = StatusTab.parseStatus(status);
        Page<Membership> found = MembershipQueries.pageOfOffers(actor, only, Marker.parse(marker), Page.DEFAULT_SIZE);
        Page<MemberRow> page = new Page<>(MemberRow.withLabels(actor, found.items()), found.next());
        return Templates.list(actor, StatusTab.forOffers(actor), only, page);
    }

    /** Removes the selected members; each value is {@code image~account}. */
    @POST
    @Path("removals")
    public Response remove(String region, @RestForm List<String> offer) {
        Actor actor = current.actorIn(region);
        if (offer == null || offer.isEmpty()) {
            throw new RefusedException(Reason.NOTHING_SELECTED);
        }
        int removed = MemberSelection.parseByImage(offer).entrySet().stream()
                .mapToInt(each -> sharing.removeMembers(actor, each.getKey(), each.getValue()))
                .sum();
        return flash.to(
                Urls.offers(region),
                Formats.counted(removed, "offer") + " removed.",
                Urls.history(region),
                "View history");
    }
}
