package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.web.Flash;
import dev.handshake.web.Formats;
import dev.handshake.web.Forms;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/images/{id}/offers}: the owner's actions on the members of one image. */
@Path("/{region}/images/{id}/offers")
@Authenticated
public class MembersResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance remove(
                Actor actor, Image image, List<MemberRow> leaving, MemberSelection who, String error);
    }

    private final CurrentUser current;
    private final SharingService sharing;
    private final Flash flash;

    MembersResource(CurrentUser current, SharingService sharing, Flash flash) {
        this.current = current;
        this.sharing = sharing;
        this.flash = flash;
    }

    @POST
    @Path("{account}/removal")
    public Response remove(String region, UUID id, String account) {
        sharing.removeMember(current.actorIn(region), id, Text.clean(account));
        return flash.to(Urls.image(region, id), account + " is no longer a member.");
    }

    @POST
    @Path("{account}/label")
    public Response label(String region, UUID id, String account, @RestForm String label) {
        sharing.saveLabel(current.actorIn(region), id, Text.clean(account), Text.clean(label));
        return flash.to(Urls.image(region, id), "Label for " + account + " saved. Only your account sees it.");
    }

    /** The confirmation page before several members are removed; lists them. */
    @GET
    @Path("removals")
    public TemplateInstance removals(String region, UUID id, @RestQuery String who, @RestQuery List<String> member) {
        Actor actor = current.actorIn(region);
        return renderConfirmation(actor, id, MemberSelection.parse(who, member), null);
    }

    @POST
    @Path("removals")
    public Response removeSeveral(
            String region, UUID id, @RestForm String who, @RestForm List<String> member, @RestForm String name) {
        Actor actor = current.actorIn(region);
        MemberSelection memberSelection = MemberSelection.parse(who, member);
        if (memberSelection.isAll()
                && !Text.clean(sharing.loadAccess(actor, id).image().name).equals(Text.clean(name))) {
            String error = new RefusedException(Reason.NAME_NOT_CONFIRMED).message();
            return Forms.showAgain(renderConfirmation(actor, id, memberSelection, error));
        }
        int removed = sharing.removeMembers(actor, id, memberSelection);
        return flash.to(Urls.image(region, id), Formats.counted(removed, "member") + " removed.");
    }

    private TemplateInstance renderConfirmation(Actor actor, UUID id, MemberSelection who, String error) {
        ImageAccess access = sharing.loadAccess(actor, id);
        access.requireCanRemoveMembers();
        List<Membership> leaving = Membership.listByImages(actor.region(), List.of(id)).stream()
                .filter(who)
                .toList();
        return Templates.remove(actor, access.image(), MemberRow.withLabels(actor, leaving), who, error);
    }
}
