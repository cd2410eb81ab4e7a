package dev.handshake.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.json.JsonBodyReader;
import dev.handshake.api.json.JsonEndpoint;
import dev.handshake.api.json.MemberBody;
import dev.handshake.api.json.UuidParam;
import dev.handshake.compute.ServerOwnerService;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.sharing.InvitationService;
import dev.handshake.sharing.SharingService;
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

/**
 * {@code /v2/images/{id}/members}: offers, decisions and removals. The content type of bodies is ignored, as in Glance.
 */
@Path("/{region}/v2/images/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class MembersApi {

    record MemberListBody(List<MemberBody> members, String schema) {}

    private final CurrentUser current;
    private final SharingService sharing;
    private final InvitationService invitations;
    private final ServerOwnerService serverOwners;
    private final JsonBodyReader jsonBodyReader;

    MembersApi(
            CurrentUser current,
            SharingService sharing,
            InvitationService invitations,
            ServerOwnerService serverOwners,
            JsonBodyReader jsonBodyReader) {
        this.current = current;
        this.sharing = sharing;
        this.invitations = invitations;
        this.serverOwners = serverOwners;
        this.jsonBodyReader = jsonBodyReader;
    }

    @GET
    public MemberListBody list(String region, UuidParam id) {
        Actor actor = current.actorIn(region);
        List<MemberBody> members = sharing.loadAccess(actor, id.uuid()).members().stream()
                .map(each -> MemberBody.of(actor, each))
                .toList();
        return new MemberListBody(members, "/v2/schemas/members");
    }

    @POST
    public MemberBody add(String region, UuidParam id, InputStream body) throws IOException {
        Actor actor = current.actorIn(region);
        String member = readMember(actor, body);
        return MemberBody.of(actor, serverOwners.offer(actor, id.uuid(), member));
    }

    @GET
    @Path("{member}")
    public MemberBody show(String region, UuidParam id, String member) {
        Actor actor = current.actorIn(region);
        return MemberBody.of(actor, sharing.loadAccess(actor, id.uuid()).requireMember(member));
    }

    @PUT
    @Path("{member}")
    public MemberBody setStatus(String region, UuidParam id, String member, InputStream body) throws IOException {
        Actor actor = current.actorIn(region);
        String status = readStatus(actor, body);
        return MemberBody.of(actor, invitations.updateStatus(actor, id.uuid(), member, status));
    }

    @DELETE
    @Path("{member}")
    public void remove(String region, UuidParam id, String member) {
        sharing.removeMember(current.actorIn(region), id.uuid(), member);
    }

    private String readMember(Actor actor, InputStream body) throws IOException {
        JsonNode member = jsonBodyReader
                .readObject(JsonEndpoint.ADD_MEMBER, actor, body, "a member in the form: {\"member\": \"image_id\"}")
                .get("member");
        if (member == null) {
            throw new RefusedException(Reason.MALFORMED, "Member to be added not specified");
        }
        if (member.isNull() || member.isTextual() && member.textValue().isEmpty()) {
            throw new RefusedException(Reason.MALFORMED, "Member can't be empty");
        }
        if (!member.isTextual()) {
            throw new RefusedException(Reason.INVALID_ACCOUNT_NUMBER);
        }
        return member.textValue();
    }

    private String readStatus(Actor actor, InputStream body) throws IOException {
        JsonNode status = jsonBodyReader
                .readObject(JsonEndpoint.SET_STATUS, actor, body, "a status in the form: {\"status\": \"status\"}")
                .get("status");
        if (status == null) {
            throw new RefusedException(Reason.MALFORMED, "Status not specified");
        }
        return status.textValue();
    }
}
