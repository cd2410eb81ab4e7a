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

/** What the shares on a bill would cost if something were made of them. */
public class CostForecast {

    private final Bill bill;
    private final Map<UUID, Flavor> cheapestFlavors = new HashMap<>();

    /** In one query, unless no share is shown that is still one. */
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

    /** The size of server that costs least; null where none holds the image, or the image is shared no longer. */
    public Flavor cheapestFlavor(BillLine share) {
        return cheapestFlavors.get(share.usage().resourceId());
    }

    /** What the storage of a snapshot as large as the image costs in 30 days. */
    public String snapshotCost(BillLine share) {
        return bill.storageCostFor30Days(share.usage().size()).toPlainString();
    }
}
