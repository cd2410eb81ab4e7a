package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.bill.Bill;
import dev.handshake.bill.Line;
import dev.handshake.bill.Span;
import dev.handshake.image.Image;
import dev.handshake.server.Flavor;
import dev.handshake.server.Flavors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the shares on a bill would cost if something were made of them. */
public class Prospects {

    private final Bill bill;
    private final Map<UUID, Flavor> cheapest = new HashMap<>();

    /** In one query, unless no share is shown that is still one. */
    Prospects(Actor actor, Bill bill, Flavors flavors) {
        this.bill = bill;
        List<UUID> images = bill.shares().lines().stream()
                .map(Line::span)
                .filter(Span::isOpen)
                .map(Span::thing)
                .toList();
        if (!images.isEmpty()) {
            Image.listVisible(actor, images)
                    .forEach(image -> flavors.cheapest(image).ifPresent(flavor -> cheapest.put(image.id, flavor)));
        }
    }

    /** The size of server that costs least; null where none holds the image, or the image is shared no longer. */
    public Flavor server(Line share) {
        return cheapest.get(share.span().thing());
    }

    /** What the storage of a snapshot as large as the image costs in 30 days. */
    public String snapshot(Line share) {
        return bill.keeping(share.span().size()).toPlainString();
    }
}
