package dev.handshake.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentAccount;
import dev.handshake.image.Memberships;
import dev.handshake.image.Sharing;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** {@code /v2/images/{id}/members}: the handshake itself. What type a body is said to be is not looked at. */
@Path("/{region}/v2/images/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class MembersApi {

    record All(List<MemberBody> members, String schema) {}

    private final CurrentAccount current;
    private final Memberships memberships;
    private final Sharing sharing;
    private final Bodies bodies;

    MembersApi(CurrentAccount current, Memberships memberships, Sharing sharing, Bodies bodies) {
        this.current = current;
        this.memberships = memberships;
        this.sharing = sharing;
        this.bodies = bodies;
    }

    @GET
    public All list(String region, ImageId id) {
        Actor actor = current.in(region);
        List<MemberBody> members = memberships.all(actor, id.uuid()).stream()
                .map(each -> MemberBody.of(actor, each))
                .toList();
        return new All(members, "/v2/schemas/members");
    }

    @POST
    public MemberBody add(String region, ImageId id, InputStream body) throws IOException {
        Actor actor = current.in(region);
        String member = member(actor, body);
        return MemberBody.of(actor, memberships.offer(actor, id.uuid(), member));
    }

    @GET
    @Path("{member}")
    public MemberBody show(String region, ImageId id, String member) {
        Actor actor = current.in(region);
        return MemberBody.of(actor, memberships.one(actor, id.uuid(), member));
    }

    @PUT
    @Path("{member}")
    public MemberBody set(String region, ImageId id, String member, InputStream body) throws IOException {
        Actor actor = current.in(region);
        String status = status(actor, body);
        return MemberBody.of(actor, memberships.decide(actor, id.uuid(), member, status));
    }

    @DELETE
    @Path("{member}")
    public void remove(String region, ImageId id, String member) {
        sharing.remove(current.in(region), id.uuid(), member);
    }

    private String member(Actor actor, InputStream body) throws IOException {
        JsonNode member = bodies.object(
                        JsonCall.ADD_MEMBER, actor, body, "a member in the form: {\"member\": \"image_id\"}")
                .get("member");
        if (member == null) {
            throw new Refused(Reason.MALFORMED, "Member to be added not specified");
        }
        if (member.isNull() || member.isTextual() && member.textValue().isEmpty()) {
            throw new Refused(Reason.MALFORMED, "Member can't be empty");
        }
        if (!member.isTextual()) {
            throw new Refused(Reason.NOT_A_NUMBER);
        }
        return member.textValue();
    }

    private String status(Actor actor, InputStream body) throws IOException {
        JsonNode status = bodies.object(
                        JsonCall.SET_STATUS, actor, body, "a status in the form: {\"status\": \"status\"}")
                .get("status");
        if (status == null) {
            throw new Refused(Reason.MALFORMED, "Status not specified");
        }
        return status.textValue();
    }
}
