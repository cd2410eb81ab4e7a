package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.bill.Bill;
import dev.handshake.bill.BillLine;
import dev.handshake.bill.UsagePeriod;
import dev.handshake.image.Image;
import dev.handshake.server.Flavor;
import dev.handshake.server.Flavors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What it would cost to start a server from, or take a snapshot of, the shared images on a bill. */
public class CostForecast {

    private final Bill bill;
    private final Map<UUID, Flavor> cheapestFlavors = new HashMap<>();

    /** Takes one query, or none if the bill shows no current shares. */
    CostForecast(Actor actor, Bill bill, Flavors flavors) {
        this.bill = bill;
        List<UUID> images = bill.shares().lines().stream()
                .map(BillLine::usage)
                .filter(UsagePeriod::isOpen)
                .map(UsagePeriod::resourceId)
                .toList();
        if (!images.isEmpty()) {
            Image.listVisible(actor, images)
                    .forEach(image ->
                            flavors.cheapestFor(image).ifPresent(flavor -> cheapestFlavors.put(image.id, flavor)));
        }
    }

    /** The cheapest flavor for the image; null if none is large enough, or the image is no longer shared. */
    public Flavor cheapestFlavor(BillLine share) {
        return cheapestFlavors.get(share.usage().resourceId());
    }

    /** The storage cost over 30 days of a snapshot as large as the image. */
    public String snapshotCost(BillLine share) {
        return bill.storageCostFor30Days(share.usage().size()).toPlainString();
    }
}
