package dev.handshake.cost;

import dev.handshake.bill.Usage;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDataStored;
import dev.handshake.server.Server;
import dev.handshake.server.ServerEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Writes down what each account has in use, from when to when, in the very transaction that changes it. */
@ApplicationScoped
class Ledger {

    private final Clock clock;

    Ledger(Clock clock) {
        this.clock = clock;
    }

    void store(@Observes ImageDataStored data) {
        UsageSpan.begin(Usage.STORAGE, data.image(), data.image().owner, clock.instant());
    }

    void note(@Observes HistoryEntry line) {
        switch (line.eventType) {
            case ACCEPTED -> UsageSpan.begin(Usage.SHARE, image(line), line.member, line.at);
            case REJECTED, RECONSIDERED, REMOVED -> UsageSpan.endShare(line);
            case DELETED -> end(line);
            case CREATED, OFFERED -> {
                // an image without data takes no room, an offer is not in the consumer's list
            }
            case REMINDED, DEACTIVATED, REACTIVATED, SUSPENDED, LIFTED -> {
                // what costs goes on to cost
            }
        }
    }

    void note(@Observes ServerEvent line) {
        Server server = Server.findById(new Server.Key(line.region, line.serverId));
        switch (line.what) {
            case STARTED -> UsageSpan.begin(server, line.at);
            case DELETED -> UsageSpan.end(server, line.at);
            case STOPPED, STARTED_AGAIN -> {
                // a stopped server keeps what it has, and costs as one that runs
            }
        }
    }

    private static Image image(HistoryEntry line) {
        return Image.findById(new Image.Key(line.region, line.imageId));
    }

    /** Of the lines of one deletion the image's own comes last. */
    private static void end(HistoryEntry line) {
        if (line.member == null) {
            UsageSpan.endAll(line);
        }
    }
}
