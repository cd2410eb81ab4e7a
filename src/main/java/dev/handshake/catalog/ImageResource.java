package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.Image;
import dev.handshake.image.ImageForm;
import dev.handshake.image.Tag;
import dev.handshake.image.Visibility;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.MemberRow;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.OfferEligibilityService;
import dev.handshake.sharing.SharingService;
import dev.handshake.web.Flash;
import dev.handshake.web.Forms;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /{region}/images/{id}}: one image, its metadata and its deletion. */
@Path("/{region}/images/{id}")
@Authenticated
public class ImageResource {

    private static final int LATEST = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(
                Actor actor,
                ImageAccess access,
                List<String> tags,
                List<MemberRow> members,
                int most,
                List<HistoryEntry.HistoryLine> history);

        static native TemplateInstance edit(Actor actor, Image image, ImageForm details, boolean isPrivate);

        static native TemplateInstance delete(Actor actor, Image image, int members, String error);
    }

    private final CurrentUser current;
    private final SharingService sharing;
    private final OfferEligibilityService eligibility;
    private final ImageService images;
    private final Flash flash;
    private final Forms forms;

    ImageResource(
            CurrentUser current,
            SharingService sharing,
            OfferEligibilityService eligibility,
            ImageService images,
            Flash flash,
            Forms forms) {
        this.current = current;
        this.sharing = sharing;
        this.eligibility = eligibility;
        this.images = images;
        this.flash = flash;
        this.forms = forms;
    }

    @GET
    public TemplateInstance show(String region, UUID id) {
        Actor actor = current.actorIn(region);
        ImageAccess access = sharing.loadAccess(actor, id);
        List<MemberRow> members = access.isOwner()
                ? MemberRow.withLabels(actor, Membership.listByImages(region, List.of(id)))
                : List.of();
        return Templates.show(
                actor,
                access,
                Tag.findNames(access.image()),
                members,
                eligibility.memberQuota(),
                HistoryEntry.listLatest(actor, id, LATEST));
    }

    @GET
    @Path("details")
    public TemplateInstance edit(String region, UUID id) {
        Actor actor = current.actorIn(region);
        ImageAccess access = sharing.loadAccess(actor, id);
        access.requireCanUpdate(Role.CREATOR);
        Image image = access.image();
        return Templates.edit(actor, image, ImageForm.fromImage(image, Tag.findNames(image)), image.isPrivate());
    }

    @POST
    @Path("details")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response update(String region, UUID id, MultivaluedMap<String, String> form) {
        Actor actor = current.actorIn(region);
        ImageForm imageForm = ImageForm.parse(form::getFirst);
        boolean isPrivate = form.containsKey("private");
        if (!imageForm.isValid()) {
            ImageAccess access = sharing.loadAccess(actor, id);
            access.requireCanUpdate(Role.CREATOR);
            return Forms.showAgain(Templates.edit(actor, access.image(), imageForm, isPrivate));
        }
        images.update(actor, id, imageForm, isPrivate ? Visibility.PRIVATE : Visibility.SHARED);
        return flash.to(Urls.image(region, id), "Changes saved.");
    }

    @GET
    @Path("deletion")
    public TemplateInstance deletion(String region, UUID id) {
        Actor actor = current.actorIn(region);
        ImageAccess access = sharing.loadAccess(actor, id);
        access.requireCanDelete();
        return deletion(actor, access.image(), null);
    }

    /** Asks again if the name was typed wrong. */
    @POST
    @Path("deletion")
    public Response delete(String region, UUID id, @RestForm String name) {
        Actor actor = current.actorIn(region);
        forms.onRefusal(
                no -> no.reason() == Reason.NAME_NOT_CONFIRMED,
                no -> Forms.showAgain(
                        deletion(actor, sharing.loadAccess(actor, id).image(), no.message())));
        Image image = images.delete(actor, id, kept -> Text.clean(kept).equals(Text.clean(name)));
        return flash.to(
                Urls.images(region),
                "“" + Text.bidiIsolated(image.name)
                        + "” is deleted. Servers and images that others made from it remain theirs.",
                Urls.history(region),
                "View history");
    }

    private static TemplateInstance deletion(Actor actor, Image image, String error) {
        return Templates.delete(
                actor,
                image,
                Membership.listByImages(image.region, List.of(image.id)).size(),
                error);
    }
}
