package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.bill.RoundedBill;
import dev.handshake.server.Flavors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/costs}: an account's bill for a month. */
@Path("/{region}/costs")
@Authenticated
public class CostsResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(
                Actor actor,
                BillingMonth month,
                RoundedBill bill,
                Chart chart,
                CostForecast forecast,
                PriceList prices);
    }

    private final CurrentUser current;
    private final BillFactory billFactory;
    private final Flavors flavors;
    private final PriceList prices;
    private final Clock clock;

    CostsResource(CurrentUser current, BillFactory billFactory, Flavors flavors, PriceList prices, Clock clock) {
        this.current = current;
        this.billFactory = billFactory;
        this.flavors = flavors;
        this.prices = prices;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(String region, @RestQuery String month) {
        Actor actor = current.actorIn(region);
        BillingMonth shown = BillingMonth.parse(month, clock.instant());
        RoundedBill bill = new RoundedBill(billFactory.create(actor, shown));
        return Templates.show(actor, shown, bill, Chart.of(bill), new CostForecast(actor, bill, flavors), prices);
    }
}
