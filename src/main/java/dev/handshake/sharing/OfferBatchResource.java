package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.web.Flash;
import dev.handshake.web.Forms;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * {@code /{region}/offer-batches}: offers images to account numbers in three steps: the numbers, the review with the
 * checklist, the result. The review changes nothing; the result has its own URL and can be opened again.
 */
@Path("/{region}/offer-batches")
@Authenticated
public class OfferBatchResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(
                Actor actor, List<Image> images, Label.AddressBook book, String numbers, String error);

        static native TemplateInstance review(
                Actor actor,
                OfferForm form,
                OfferReview review,
                Map<String, String> labels,
                int most,
                Map<String, String> errors);

        static native TemplateInstance result(Actor actor, OfferBatch offering, List<ResultLine> lines, int most);
    }

    /**
     * What became of one offer.
     *
     * @param member as it is now; null if it was not offered, or was withdrawn or removed since
     */
    record ResultLine(OfferBatchItem item, MemberRow member) {}

    private final CurrentUser current;
    private final SharingService sharing;
    private final OfferEligibilityService eligibility;
    private final Forms forms;
    private final Flash flash;

    OfferBatchResource(
            CurrentUser current,
            SharingService sharing,
            OfferEligibilityService eligibility,
            Forms forms,
            Flash flash) {
        this.current = current;
        this.sharing = sharing;
        this.eligibility = eligibility;
        this.forms = forms;
        this.flash = flash;
    }

    @GET
    public Response form(String region, @RestQuery List<String> image) {
        Actor actor = current.actorIn(region);
        Set<UUID> chosen = OfferForm.parseIds(image);
        if (chosen.isEmpty()) {
            return flash.back(Urls.images(region), Reason.NOTHING_SELECTED);
        }
        return Response.ok(renderForm(actor, chosen, "", null)).build();
    }

    @POST
    @Path("reviews")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response review(String region, MultivaluedMap<String, String> typed) {
        Actor actor = current.actorIn(region);
        OfferForm form = OfferForm.parse(typed);
        if (form.accountNumbers().isEmpty() || form.exceedsBatchSize()) {
            return renderFormAgain(actor, form);
        }
        return review(actor, form, Map.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response offer(String region, MultivaluedMap<String, String> typed) {
        Actor actor = current.actorIn(region);
        OfferForm form = OfferForm.parse(typed);
        if (form.accountNumbers().isEmpty() || form.exceedsBatchSize()) {
            return renderFormAgain(actor, form);
        }
        Map<String, String> errors = form.terms().errors();
        if (!errors.isEmpty()) {
            return review(actor, form, errors);
        }
        forms.onRefusal(no -> no.reason() == Reason.SUSPENDED, no -> review(actor, form, errors));
        OfferBatch offerBatch = sharing.offer(actor, form.id(), form.images(), form.accountNumbers(), form.terms());
        return Response.seeOther(Urls.offerBatch(region, offerBatch.id)).build();
    }

    @GET
    @Path("{id}")
    public TemplateInstance result(String region, UUID id) {
        Actor actor = current.actorIn(region);
        OfferBatch offerBatch =
                OfferBatch.findVisible(actor, id).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
        return Templates.result(actor, offerBatch, resultLines(actor, offerBatch), eligibility.memberQuota());
    }

    private static List<ResultLine> resultLines(Actor actor, OfferBatch offerBatch) {
        List<OfferBatchItem> items = OfferBatchItem.listByBatch(offerBatch);
        Set<UUID> images = items.stream().map(item -> item.imageId).collect(Collectors.toSet());
        Map<String, MemberRow> members =
                MemberRow.withLabels(actor, Membership.listByImages(actor.region(), images)).stream()
                        .collect(Collectors.toMap(
                                row -> row.membership().imageId + row.membership().member, Function.identity()));
        return items.stream()
                .map(item -> new ResultLine(item, item.isOffered() ? members.get(item.imageId + item.number) : null))
                .toList();
    }

    /** Refused if nothing is left to offer because every image is suspended. */
    private Response review(Actor actor, OfferForm form, Map<String, String> errors) {
        OfferReview review = eligibility.review(actor, form.images(), form.numbers());
        Map<String, String> labels = Label.findByNumber(actor, form.accountNumbers());
        TemplateInstance page = Templates.review(actor, form, review, labels, eligibility.memberQuota(), errors);
        if (review.sections().isEmpty()) {
            return Forms.showAgain(Reason.SUSPENDED.status(), page);
        }
        return errors.isEmpty() ? Response.ok(page).build() : Forms.showAgain(page);
    }

    private Response renderFormAgain(Actor actor, OfferForm form) {
        String error = form.accountNumbers().isEmpty()
                ? "Enter at least one account number."
                : new RefusedException(Reason.TOO_MANY_OFFERS, OfferRateLimiter.MAX_BATCH_SIZE).message();
        return Forms.showAgain(renderForm(actor, form.images(), form.numbers(), error));
    }

    private TemplateInstance renderForm(Actor actor, Set<UUID> images, String numbers, String error) {
        List<Image> offerable = eligibility.requireOfferable(actor, images);
        return Templates.form(actor, offerable, Label.AddressBook.load(actor), numbers, error);
    }
}
