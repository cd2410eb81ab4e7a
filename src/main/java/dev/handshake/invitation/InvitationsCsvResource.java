package dev.handshake.invitation;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.csv.CsvFile;
import dev.handshake.paging.FilterParams;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.MembershipQueries;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/** {@code /{region}/invitations.csv}: the invitations that the page with the same filters lists. */
@Path("/{region}/invitations.csv")
@Authenticated
public class InvitationsCsvResource {

    private static final List<String> HEADER = List.of(
            "image_id",
            "image_name",
            "account",
            "label",
            "status",
            "offered_at",
            "decided_at",
            "decided_by",
            "note",
            "contact");

    private final CurrentUser current;
    private final InvitationRows rows;

    InvitationsCsvResource(CurrentUser current, InvitationRows rows) {
        this.current = current;
        this.rows = rows;
    }

    @GET
    public Response download(String region, @BeanParam FilterParams query) {
        Actor actor = current.actorIn(region);
        MembershipQueries.Filter filter = InvitationsResource.filter(query);
        return CsvFile.download("invitations-" + region, HEADER, query.position(), after -> {
            Page<Membership> page = MembershipQueries.pageOfInvitations(actor, filter, after, CsvFile.BATCH_SIZE);
            List<InvitationRow> found = rows.forInvitations(page.items());
            return CsvFile.Batch.of(
                    new Page<>(found.stream().map(InvitationsCsvResource::toCsv).toList(), page.next()), Marker::parse);
        });
    }

    private static List<Object> toCsv(InvitationRow row) {
        Membership invitation = row.membership();
        return Arrays.asList(
                invitation.imageId,
                invitation.image.name,
                invitation.owner,
                row.ownerLabel(),
                invitation.status().label(),
                invitation.offeredAt,
                invitation.decidedAt,
                invitation.decidedBy,
                invitation.note,
                invitation.contact);
    }
}
