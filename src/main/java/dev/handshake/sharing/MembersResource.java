package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.image.Image;
import dev.handshake.web.Flash;
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
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /{region}/images/{id}/offers}: the owner's actions on the members of one image, one at a time. */
@Path("/{region}/images/{id}/offers")
@Authenticated
public class MembersResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance label(Actor actor, Image image, MemberRow row);

        static native TemplateInstance note(
                Actor actor, Image image, String account, OfferTerms terms, Map<String, String> errors);

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

    @GET
    @Path("{account}/note")
    public TemplateInstance note(String region, UUID id, String account) {
        ImageAccess access = loadForNote(region, id);
        Membership membership = access.requireMember(Text.clean(account));
        return note(access, membership.member, OfferTerms.ofNote(membership.note, membership.contact), Map.of());
    }

    @POST
    @Path("{account}/note")
    public Response saveNote(String region, UUID id, String account, @RestForm String note, @RestForm String contact) {
        OfferTerms terms = OfferTerms.ofNote(note, contact);
        Map<String, String> errors = terms.noteErrors();
        if (!errors.isEmpty()) {
            ImageAccess access = loadForNote(region, id);
            return Forms.showAgain(note(access, access.requireMember(Text.clean(account)).member, terms, errors));
        }
        sharing.saveNote(current.actorIn(region), id, Text.clean(account), terms);
        return flash.to(
                flash.sender(Urls.image(region, id)), "Saved. Account " + account + " reads it with its invitation.");
    }

    private ImageAccess loadForNote(String region, UUID id) {
        ImageAccess access = sharing.loadAccess(current.actorIn(region), id);
        access.require(ImagePolicy::labelRefusal);
        return access;
    }

    private static TemplateInstance note(
            ImageAccess access, String account, OfferTerms terms, Map<String, String> errors) {
        return Templates.note(access.actor(), access.image(), account, terms, errors);
    }

    private static MemberRow row(ImageAccess access, String account) {
        return MemberRow.withLabels(access.actor(), List.of(access.requireMember(Text.clean(account))))
                .get(0);
    }
}
