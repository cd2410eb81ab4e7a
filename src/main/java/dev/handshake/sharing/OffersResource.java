package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.csv.CsvFile;
import dev.handshake.paging.FilterParams;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /{region}/offers}: everything an account shares, across all its images; as a page and as a file. */
@Path("/{region}")
@Authenticated
public class OffersResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Actor actor, List<StatusTab> tabs, MembershipStatus status, FilterParams query, Page<MemberRow> page);
    }

    private final CurrentUser current;

    OffersResource(CurrentUser current) {
        this.current = current;
    }

    @GET
    @Path("offers")
    public TemplateInstance list(String region, @BeanParam FilterParams query) {
        Actor actor = current.actorIn(region);
        MembershipQueries.Filter filter = MembershipQueries.Filter.from(query);
        Page<MemberRow> page = page(actor, filter, query.position(), Page.DEFAULT_SIZE);
        return Templates.list(actor, StatusTab.forOffers(actor), filter.status(), query, page);
    }

    @GET
    @Path("offers.csv")
    public Response download(String region, @BeanParam FilterParams query) {
        Actor actor = current.actorIn(region);
        MembershipQueries.Filter filter = MembershipQueries.Filter.from(query);
        return CsvFile.download("offers-" + region, MemberRow.CSV_HEADER, query.position(), after -> {
            Page<MemberRow> page = page(actor, filter, after, CsvFile.BATCH_SIZE);
            return CsvFile.Batch.of(page.map(row -> row.toCsv(row.membership().image)), Marker::parse);
        });
    }

    private static Page<MemberRow> page(Actor actor, MembershipQueries.Filter filter, Marker after, int rows) {
        Page<Membership> found = MembershipQueries.pageOfOffers(actor, filter, after, rows);
        return new Page<>(MemberRow.withLabels(actor, found.items()), found.next());
    }
}
