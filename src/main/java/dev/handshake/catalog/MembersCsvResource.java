package dev.handshake.catalog;

import dev.handshake.account.CurrentUser;
import dev.handshake.csv.CsvFile;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.paging.Marker;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.MemberRow;
import dev.handshake.sharing.SharingService;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** {@code /{region}/images/{id}/members.csv}: the members of an image that its page with the same filters lists. */
@Path("/{region}/images/{id}/members.csv")
@Authenticated
public class MembersCsvResource {

    private final CurrentUser current;
    private final SharingService sharing;

    MembersCsvResource(CurrentUser current, SharingService sharing) {
        this.current = current;
        this.sharing = sharing;
    }

    @GET
    public Response download(String region, UUID id, @BeanParam MemberListParams query) {
        ImageAccess access = sharing.loadAccess(current.actorIn(region), id);
        if (!access.isOwner()) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        query.status(); // refused before the file begins
        return CsvFile.download(
                "members-" + id,
                MemberRow.CSV_HEADER,
                Marker.parse(null),
                after -> CsvFile.Batch.of(
                        MemberList.rows(access, query, after).map(row -> row.toCsv(access.image())), Marker::parse));
    }
}
