package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.bill.Bill;
import dev.handshake.server.Flavors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/costs}: what an account pays for a month, for what, and what it does not pay for. */
@Path("/{region}/costs")
@Authenticated
public class Costs {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(
                Actor actor, Month month, Bill bill, Chart chart, Prospects prospects, PriceList prices);
    }

    private final CurrentUser current;
    private final Bills bills;
    private final Flavors flavors;
    private final PriceList prices;
    private final Clock clock;

    Costs(CurrentUser current, Bills bills, Flavors flavors, PriceList prices, Clock clock) {
        this.current = current;
        this.bills = bills;
        this.flavors = flavors;
        this.prices = prices;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(String region, @RestQuery String month) {
        Actor actor = current.actorIn(region);
        Month shown = Month.read(month, clock.instant());
        Bill bill = bills.of(actor, shown);
        return Templates.show(actor, shown, bill, Chart.of(bill), new Prospects(actor, bill, flavors), prices);
    }
}
