package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryQueries;
import dev.handshake.image.Image;
import dev.handshake.image.ImageForm;
import dev.handshake.image.Tag;
import dev.handshake.image.Visibility;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.sharing.ImageAccess;
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
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/images/{id}}: one image in tabs, its metadata and its deletion. */
@Path("/{region}/images/{id}")
@Authenticated
public class ImageResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance sharing(
                Actor actor, ImageAccess access, MemberListParams query, MemberList members, int most);

        static native TemplateInstance details(Actor actor, ImageAccess access, boolean isFirst, List<String> tags);

        static native TemplateInstance history(Actor actor, ImageAccess access, Page<HistoryEntry.HistoryLine> page);

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

    /** The first tab: its members for the owner, the details with the invitation for others. */
    @GET
    public TemplateInstance show(String region, UUID id, @BeanParam MemberListParams query) {
        Actor actor = current.actorIn(region);
        ImageAccess access = sharing.loadAccess(actor, id);
        return access.isOwner() && !access.image().isBase()
                ? Templates.sharing(actor, access, query, MemberList.load(access, query), eligibility.memberQuota())
                : details(actor, access, true);
    }

    @GET
    @Path("details")
    public TemplateInstance details(String region, UUID id) {
        Actor actor = current.actorIn(region);
        return details(actor, sharing.loadAccess(actor, id), false);
    }

    private static TemplateInstance details(Actor actor, ImageAccess access, boolean isFirst) {
        return Templates.details(actor, access, isFirst, Tag.findNames(access.image()));
    }

    @GET
    @Path("history")
    public TemplateInstance history(String region, UUID id, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        ImageAccess access = sharing.loadAccess(actor, id);
        return Templates.history(actor, access, HistoryQueries.pageOfImage(actor, id, Marker.parse(marker)));
    }

    @GET
    @Path("edit")
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
        return flash.to(Urls.imageDetails(region, id), "Changes saved.");
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
