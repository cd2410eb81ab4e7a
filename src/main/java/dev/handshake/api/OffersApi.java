package dev.handshake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.json.JsonBodyReader;
import dev.handshake.api.json.JsonEndpoint;
import dev.handshake.api.json.ListParams;
import dev.handshake.api.json.OfferBody;
import dev.handshake.api.json.UuidParam;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.MembershipQueries;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.sharing.OfferBatchItem;
import dev.handshake.sharing.OfferEligibilityService;
import dev.handshake.sharing.OfferTerms;
import dev.handshake.sharing.SharingService;
import dev.handshake.web.Text;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * {@code /v2/offers}: everything an account shares, across all its images; offers several images to several accounts at
 * once.
 */
@Path("/{region}/v2/offers")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class OffersApi {

    /** A page of offers, newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferListBody(List<OfferBody> offers, String first, String next) {}

    /** The outcome for each image and member. */
    record OfferResultListBody(List<OfferResultBody> offers) {}

    /** One outcome; {@code code} and {@code message} are set if it was refused. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferResultBody(
            @JsonProperty("image_id") String imageId,
            @JsonProperty("member_id") String memberId,
            String status,
            Integer code,
            String message) {}

    private final CurrentUser current;
    private final SharingService sharing;
    private final OfferEligibilityService eligibility;
    private final JsonBodyReader jsonBodyReader;

    OffersApi(
            CurrentUser current,
            SharingService sharing,
            OfferEligibilityService eligibility,
            JsonBodyReader jsonBodyReader) {
        this.current = current;
        this.sharing = sharing;
        this.eligibility = eligibility;
        this.jsonBodyReader = jsonBodyReader;
    }

    @GET
    public OfferListBody list(String region, UriInfo asked) {
        ListParams query = new ListParams(asked.getQueryParameters());
        String status = asked.getQueryParameters().getFirst("status");
        MembershipStatus only = status == null ? null : MembershipStatus.parse(status);
        Marker marker = Marker.parse(asked.getQueryParameters().getFirst("marker"));
        Page<Membership> page = MembershipQueries.pageOfOffers(
                current.actorIn(region), MembershipQueries.Filter.withStatus(only), marker, query.limit());
        List<OfferBody> offers = page.items().stream().map(OfferBody::of).toList();
        String next = page.next() == null ? null : query.url("/v2/offers", page.next());
        return new OfferListBody(offers, query.url("/v2/offers", null), next);
    }

    @POST
    public OfferResultListBody offer(String region, InputStream body) throws IOException {
        Actor actor = current.actorIn(region);
        ObjectNode said = jsonBodyReader.readObject(
                JsonEndpoint.OFFER, actor, body, "offers in the form: {\"images\": [ids], \"members\": [ids]}");
        Set<UUID> images = new LinkedHashSet<>();
        texts(said.path("images")).forEach(text -> images.add(UuidParam.parse(text)));
        var offerBatch = sharing.offer(actor, UUID.randomUUID(), images, texts(said.path("members")), OfferTerms.NONE);
        return new OfferResultListBody(OfferBatchItem.listByBatch(offerBatch).stream()
                .map(this::result)
                .toList());
    }

    private OfferResultBody result(OfferBatchItem line) {
        String image = line.imageId.toString();
        return line.isOffered()
                ? new OfferResultBody(image, line.number, MembershipStatus.PENDING.label(), null, null)
                : new OfferResultBody(
                        image,
                        line.number,
                        null,
                        line.refusal.status(),
                        line.refusal.message(eligibility.memberQuota()));
    }

    private static List<String> texts(JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            throw new RefusedException(Reason.MALFORMED, "images and members are lists, and not empty");
        }
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.isTextual() ? Text.clean(each.textValue()) : each.toString())
                .toList();
    }
}
