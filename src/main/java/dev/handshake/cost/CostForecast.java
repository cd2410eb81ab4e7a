package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.bill.Amount;
import dev.handshake.bill.RoundedBill;
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

    private final RoundedBill bill;
    private final Map<UUID, Flavor> cheapestFlavors = new HashMap<>();

    /** Takes one query, or none if the bill shows no current shares. */
    CostForecast(Actor actor, RoundedBill bill, Flavors flavors) {
        this.bill = bill;
        List<UUID> images = bill.shares().lines().stream()
                .map(RoundedBill.Line::usage)
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
    public Flavor cheapestFlavor(RoundedBill.Line share) {
        return cheapestFlavors.get(share.usage().resourceId());
    }

    /** The storage cost of a snapshot as large as the image, per month. */
    public Amount snapshotCost(RoundedBill.Line share) {
        return bill.monthlyStorageCost(share.usage().size());
    }
}
