package dev.handshake.cost;

import dev.handshake.bill.UsageType;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryRecorded;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDataStored;
import dev.handshake.server.Server;
import dev.handshake.server.ServerEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Records the usage of each account, in the transaction that changes it. */
@ApplicationScoped
class UsageRecorder {

    private final Clock clock;

    UsageRecorder(Clock clock) {
        this.clock = clock;
    }

    void onImageDataStored(@Observes ImageDataStored data) {
        UsageRecord.startImageUsage(UsageType.STORAGE, data.image(), data.image().owner, clock.instant());
    }

    void onHistoryRecorded(@Observes HistoryRecorded event) {
        HistoryEntry line = event.entry();
        switch (line.eventType) {
            case ACCEPTED -> UsageRecord.startImageUsage(UsageType.SHARE, imageOf(line), line.member, line.at);
            case REJECTED, RECONSIDERED, REMOVED -> UsageRecord.endShareUsage(line);
            case DELETED -> endImageUsage(line);
            case CREATED, OFFERED -> {
                // an image without data uses no storage; an offer is not in the consumer's list yet
            }
            case REMINDED, DEACTIVATED, REACTIVATED, SUSPENDED, LIFTED, UNDONE -> {
                // billing continues unchanged
            }
        }
    }

    void onServerEventRecorded(@Observes ServerEvent.Recorded event) {
        ServerEvent line = event.event();
        Server server = Server.findById(new Server.Key(line.region, line.serverId));
        switch (line.eventType) {
            case STARTED -> UsageRecord.startServerUsage(server, line.at);
            case DELETED -> UsageRecord.endServerUsage(server, line.at);
            case REQUESTED, STOPPED, STARTED_AGAIN, SHELVED, FAILED -> {
                // costs begin when it first runs; a stopped server keeps its resources and costs the same
            }
        }
    }

    private static Image imageOf(HistoryEntry line) {
        return Image.findById(new Image.Key(line.region, line.imageId));
    }

    /** A deletion writes several history entries; the image's own comes last. */
    private static void endImageUsage(HistoryEntry line) {
        if (line.member == null) {
            UsageRecord.endImageUsage(line);
        }
    }
}
