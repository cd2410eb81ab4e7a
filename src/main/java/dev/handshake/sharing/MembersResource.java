package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.image.Image;
import dev.handshake.web.Flash;
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

/** {@code /{region}/images/{id}/offers}: the owner's actions on the members of one image, one at a time. */
@Path("/{region}/images/{id}/offers")
@Authenticated
public class MembersResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance label(Actor actor, Image image, MemberRow row);

        static native TemplateInstance removal(Actor actor, Image image, MemberRow row);
    }

    private final CurrentUser current;
    private final SharingService sharing;
    private final Flash flash;

    MembersResource(CurrentUser current, SharingService sharing, Flash flash) {
        this.current = current;
        this.sharing = sharing;
        this.flash = flash;
    }

    /** Asks before the removal. With script the page's form opens in a dialog; so does that of the label. */
    @GET
    @Path("{account}/removal")
    public TemplateInstance removal(String region, UUID id, String account) {
        Actor actor = current.actorIn(region);
        ImageAccess access = sharing.loadAccess(actor, id);
        access.requireCanRemoveMembers();
        return Templates.removal(actor, access.image(), row(access, account));
    }

    @POST
    @Path("{account}/removal")
    public Response remove(String region, UUID id, String account) {
        sharing.removeMember(current.actorIn(region), id, Text.clean(account));
        return flash.to(flash.sender(Urls.image(region, id)), account + " is no longer a member.");
    }

    @GET
    @Path("{account}/label")
    public TemplateInstance label(String region, UUID id, String account) {
        Actor actor = current.actorIn(region);
        ImageAccess access = sharing.loadAccess(actor, id);
        access.require(ImagePolicy::labelRefusal);
        return Templates.label(actor, access.image(), row(access, account));
    }

    @POST
    @Path("{account}/label")
    public Response label(String region, UUID id, String account, @RestForm String label) {
        sharing.saveLabel(current.actorIn(region), id, Text.clean(account), Text.clean(label));
        return flash.to(
                flash.sender(Urls.image(region, id)), "Label for " + account + " saved. Only your account sees it.");
    }

    private static MemberRow row(ImageAccess access, String account) {
        return MemberRow.withLabels(access.actor(), List.of(access.requireMember(Text.clean(account))))
                .get(0);
    }
}
