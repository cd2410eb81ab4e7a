package dev.handshake.invitation;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.paging.FilterParams;
import dev.handshake.paging.Page;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.InvitationService;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.MembershipQueries;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.sharing.OfferForm;
import dev.handshake.sharing.StatusTab;
import dev.handshake.web.Flash;
import dev.handshake.web.Formats;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/invitations}: the images offered to an account, and its decisions on them. */
@Path("/{region}/invitations")
@Authenticated
public class InvitationsResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Actor actor,
                List<StatusTab> tabs,
                MembershipStatus status,
                FilterParams query,
                List<InvitationRow> rows,
                Page<Membership> page);

        static native TemplateInstance reject(Actor actor, List<ImageAccess> declining);
    }

    private final CurrentUser current;
    private final InvitationService invitations;
    private final InvitationRows rows;
    private final Flash flash;

    InvitationsResource(CurrentUser current, InvitationService invitations, InvitationRows rows, Flash flash) {
        this.current = current;
        this.invitations = invitations;
        this.rows = rows;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(String region, @BeanParam FilterParams query) {
        Actor actor = current.actorIn(region);
        MembershipQueries.Filter filter = filter(query);
        Page<Membership> page = MembershipQueries.pageOfInvitations(actor, filter, query.position(), Page.DEFAULT_SIZE);
        List<InvitationRow> found = rows.forInvitations(page.items());
        return Templates.list(actor, StatusTab.forInvitations(actor), filter.status(), query, found, page);
    }

    /** Pending ones, unless another status is asked for. */
    static MembershipQueries.Filter filter(FilterParams query) {
        return MembershipQueries.Filter.from(query).orStatus(MembershipStatus.PENDING);
    }

    @POST
    @Path("{image}/acceptance")
    public Response accept(String region, UUID image) {
        ImageAccess accepted = invitations.accept(current.actorIn(region), image);
        String message = "Accepted. “" + Text.bidiIsolated(accepted.image().name) + "” is now in your image list.";
        return accepted.canStartServer()
                ? flash.to(sender(accepted), message, Urls.newServer(region, image), "Register a server")
                : redirectToSender(accepted, message);
    }

    @POST
    @Path("{image}/rejection")
    public Response reject(String region, UUID image) {
        ImageAccess rejected = invitations.reject(current.actorIn(region), image);
        return redirectToSender(
                rejected, "Rejected. “" + Text.bidiIsolated(rejected.image().name) + "” is not in your image list.");
    }

    @POST
    @Path("{image}/reconsideration")
    public Response reconsider(String region, UUID image) {
        ImageAccess pending = invitations.reconsider(current.actorIn(region), image);
        return redirectToSender(
                pending, "Pending again. “" + Text.bidiIsolated(pending.image().name) + "” is under your invitations.");
    }

    /** Explains what a rejection means before it is made. */
    @GET
    @Path("rejections")
    public Response rejections(String region, @RestQuery List<String> image) {
        Actor actor = current.actorIn(region);
        actor.require(Role.ADMIN);
        Set<UUID> chosen = OfferForm.parseIds(image);
        return chosen.isEmpty()
                ? flash.back(Urls.invitations(region), Reason.NOTHING_SELECTED)
                : Response.ok(Templates.reject(actor, invitations.filterInvited(actor, chosen)))
                        .build();
    }

    @POST
    @Path("acceptances")
    public Response acceptSeveral(String region, @RestForm List<String> image) {
        return decide(region, image, MembershipStatus.ACCEPTED);
    }

    @POST
    @Path("rejections")
    public Response rejectSeveral(String region, @RestForm List<String> image) {
        return decide(region, image, MembershipStatus.REJECTED);
    }

    private Response decide(String region, List<String> images, MembershipStatus decision) {
        Actor actor = current.actorIn(region);
        Set<UUID> chosen = OfferForm.parseIds(images);
        if (chosen.isEmpty()) {
            return flash.back(Urls.invitations(region), Reason.NOTHING_SELECTED);
        }
        int decided = invitations.decide(actor, chosen, decision).size();
        String rest = decided == chosen.size() ? "" : " The others are suspended or no longer offered to you.";
        String message = Formats.counted(decided, "invitation") + " " + decision.label() + "." + rest;
        URI list = flash.sender(Urls.invitations(region));
        return decision == MembershipStatus.ACCEPTED
                ? flash.to(list, message, Urls.images(region), "Go to images")
                : flash.to(list, message);
    }

    private Response redirectToSender(ImageAccess decided, String message) {
        URI address = sender(decided);
        URI image = Urls.image(decided.image().region, decided.image().id);
        return address.getPath().equals(image.getPath())
                ? flash.to(address, message)
                : flash.to(address, message, image, "View image");
    }

    /** Decisions are made on the list and on the image's pages. */
    private URI sender(ImageAccess decided) {
        String region = decided.image().region;
        UUID image = decided.image().id;
        return flash.sender(Urls.invitations(region), Urls.image(region, image), Urls.imageDetails(region, image));
    }
}
