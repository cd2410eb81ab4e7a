package dev.handshake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentAccount;
import dev.handshake.image.Membership;
import dev.handshake.image.MembershipStatus;
import dev.handshake.image.OfferList;
import dev.handshake.image.OfferingLine;
import dev.handshake.image.Sharing;
import dev.handshake.image.Terms;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.web.Marker;
import dev.handshake.web.Page;
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
 * {@code /v2/offers}: everything an account shares, over all its images; and several images to several accounts at
 * once.
 */
@Path("/{region}/v2/offers")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class OffersApi {

    /** A page of offers, the newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Offers(List<OfferBody> offers, String first, String next) {}

    /** What came of each image with each member. */
    record Results(List<ResultBody> offers) {}

    /** One of them; {@code code} and {@code message} say why not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResultBody(
            @JsonProperty("image_id") String imageId,
            @JsonProperty("member_id") String memberId,
            String status,
            Integer code,
            String message) {}

    private final CurrentAccount current;
    private final Sharing sharing;
    private final Bodies bodies;

    OffersApi(CurrentAccount current, Sharing sharing, Bodies bodies) {
        this.current = current;
        this.sharing = sharing;
        this.bodies = bodies;
    }

    @GET
    public Offers list(String region, UriInfo asked) {
        ListQuery query = new ListQuery(asked.getQueryParameters());
        String status = asked.getQueryParameters().getFirst("status");
        MembershipStatus only = status == null ? null : MembershipStatus.named(status);
        Marker marker = Marker.read(asked.getQueryParameters().getFirst("marker"));
        Page<Membership> page = OfferList.offered(current.in(region), only, marker, query.limit());
        List<OfferBody> offers = page.items().stream().map(OfferBody::of).toList();
        String next = page.next() == null ? null : query.address("/v2/offers", page.next());
        return new Offers(offers, query.address("/v2/offers", null), next);
    }

    @POST
    public Results offer(String region, InputStream body) throws IOException {
        Actor actor = current.in(region);
        ObjectNode said = bodies.object(
                JsonCall.OFFER, actor, body, "offers in the form: {\"images\": [ids], \"members\": [ids]}");
        Set<UUID> images = new LinkedHashSet<>();
        texts(said.path("images")).forEach(text -> images.add(ImageId.said(text)));
        var offering = sharing.offer(actor, UUID.randomUUID(), images, texts(said.path("members")), Terms.NONE);
        return new Results(OfferingLine.of(offering).stream().map(this::result).toList());
    }

    private ResultBody result(OfferingLine line) {
        String image = line.imageId.toString();
        return line.isOffered()
                ? new ResultBody(image, line.number, MembershipStatus.PENDING.word(), null, null)
                : new ResultBody(
                        image, line.number, null, line.refusal.status(), line.refusal.sentence(sharing.mostMembers()));
    }

    private static List<String> texts(JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            throw new Refused(Reason.MALFORMED, "images and members are lists, and not empty");
        }
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.isTextual() ? Text.typed(each.textValue()) : each.toString())
                .toList();
    }
}
