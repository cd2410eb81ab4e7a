package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/costs.csv}: all lines of a month's bill, for spreadsheets. */
@Path("/{region}/costs.csv")
@Authenticated
public class BillCsvResource {

    private final CurrentUser current;
    private final PriceList prices;
    private final Clock clock;

    BillCsvResource(CurrentUser current, PriceList prices, Clock clock) {
        this.current = current;
        this.prices = prices;
        this.clock = clock;
    }

    @GET
    public Response download(String region, @RestQuery String month) {
        Actor actor = current.actorIn(region);
        BillingMonth wanted = BillingMonth.parse(month, clock.instant());
        return new BillCsv(actor, wanted, prices).download();
    }
}
