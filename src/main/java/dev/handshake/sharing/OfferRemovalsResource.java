package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.image.Image;
import dev.handshake.web.Flash;
import dev.handshake.web.Forms;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * {@code /{region}/offers/removals}: withdraws offers and removes members, of one image or of several, after a review
 * that lists them. The form of the review carries the members that it lists, so that nobody else is removed.
 */
@Path("/{region}/offers/removals")
@Authenticated
public class OfferRemovalsResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance review(Actor actor, Image image, RemovalReview review, String error);
    }

    private final CurrentUser current;
    private final SharingService sharing;
    private final RemovalService removals;
    private final Flash flash;

    OfferRemovalsResource(CurrentUser current, SharingService sharing, RemovalService removals, Flash flash) {
        this.current = current;
        this.sharing = sharing;
        this.removals = removals;
        this.flash = flash;
    }

    /** @param image the image whose page led here; null from the list of offers */
    @GET
    public Response review(
            String region,
            @RestQuery List<String> offer,
            @RestQuery String image,
            @RestQuery String who,
            @RestQuery List<String> member) {
        Actor actor = current.actorIn(region);
        MemberSelection selection = MemberSelection.parse(offer, image, who, member);
        if (selection.isEmpty()) {
            return flash.back(origin(region, image), Reason.NOTHING_SELECTED);
        }
        return Response.ok(render(actor, image, review(actor, selection), null)).build();
    }

    @POST
    public Response remove(
            String region,
            @RestForm List<String> offer,
            @RestForm String image,
            @RestForm String who,
            @RestForm List<String> member,
            @RestForm String confirmation) {
        Actor actor = current.actorIn(region);
        MemberSelection selection = MemberSelection.parse(offer, image, who, member);
        if (selection.isEmpty()) {
            return flash.back(origin(region, image), Reason.NOTHING_SELECTED);
        }
        RemovalReview review = review(actor, selection);
        if (!review.isConfirmedBy(confirmation)) {
            String error = "Type " + review.rows().size() + ", the number of accounts listed.";
            return Forms.showAgain(render(actor, image, review, error));
        }
        String result = toReview(actor, removals.remove(actor, selection)).result();
        return flash.to(origin(region, image), result, Urls.history(region), "View history");
    }

    private RemovalReview review(Actor actor, MemberSelection selection) {
        return toReview(actor, removals.review(actor, selection));
    }

    private static RemovalReview toReview(Actor actor, List<Membership> leaving) {
        return new RemovalReview(MemberRow.withLabels(actor, leaving));
    }

    private TemplateInstance render(Actor actor, String image, RemovalReview review, String error) {
        return Templates.review(actor, image == null ? null : originImage(actor, image, review), review, error);
    }

    private Image originImage(Actor actor, String image, RemovalReview review) {
        return review.rows().isEmpty()
                ? sharing.loadAccess(actor, OfferForm.parseId(image)).image()
                : review.rows().get(0).membership().image;
    }

    /** The page that led here. */
    private static URI origin(String region, String image) {
        return image == null ? Urls.offers(region) : Urls.image(region, OfferForm.parseId(image));
    }
}
