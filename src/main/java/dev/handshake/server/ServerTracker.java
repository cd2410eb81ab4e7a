package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.image.DataReleased;
import dev.handshake.image.Image;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Lets the record of a server follow what happened to it, with its history. Must be called in a transaction that has
 * locked the server.
 */
@ApplicationScoped
public class ServerTracker {

    private final Clock clock;
    private final Event<ServerEvent.Recorded> eventRecorded;
    private final Event<DataReleased> dataReleased;

    ServerTracker(Clock clock, Event<ServerEvent.Recorded> eventRecorded, Event<DataReleased> dataReleased) {
        this.clock = clock;
        this.eventRecorded = eventRecorded;
        this.dataReleased = dataReleased;
    }

    /** Records a server that the account started at the compute service by other means. The image must be locked. */
    public Server addFound(Actor by, ServerRequest serverRequest, Flavor flavor, Image image, Instant created) {
        boolean derived = Snapshot.isDerivedFromShare(image);
        Server server = Server.create(by, serverRequest, flavor, image, derived, created)
                .atCompute(ComputeRecord.found(serverRequest.id()));
        server.persist();
        return server;
    }

    /**
     * Follows what the compute service says.
     *
     * @param byName who did it
     * @return whether the state changed
     */
    public boolean follow(Server server, ServerSighting sighting, String byName) {
        if (server.isDeleted()) {
            return false;
        }
        if (sighting.state() == ServerState.DELETED) {
            delete(server, byName);
            return true;
        }
        ServerState before = server.state();
        server.compute().follow(sighting);
        server.name = sighting.name().isEmpty() ? server.name : sighting.name();
        ServerState now = sighting.state() == null ? afterUnknown(before) : sighting.state();
        server.setState(now);
        boolean isFirst = now == ServerState.ACTIVE && server.compute().markActive(clock.instant());
        if (isFirst || before != now) {
            recordChange(server, isFirst, byName);
        }
        return isFirst || before != now;
    }

    /** A server that was being built and is now, say, being rescued has been active in between. */
    private static ServerState afterUnknown(ServerState before) {
        return before == ServerState.BUILDING ? ServerState.ACTIVE : before;
    }

    private void recordChange(Server server, boolean isFirst, String byName) {
        switch (server.state()) {
            case ACTIVE ->
                record(
                        isFirst ? ServerEvent.EventType.STARTED : ServerEvent.EventType.STARTED_AGAIN,
                        server,
                        isFirst ? server.createdBy : byName,
                        clock.instant());
            case STOPPED -> record(ServerEvent.EventType.STOPPED, server, byName, clock.instant());
            case SHELVED -> record(ServerEvent.EventType.SHELVED, server, byName, clock.instant());
            case ERROR -> record(ServerEvent.EventType.FAILED, server, byName, clock.instant());
            case BUILDING, DELETED -> {
                // the one has been recorded as requested, the other by delete
            }
        }
    }

    /** The compute service has this server now, under an id of its own. */
    public void assign(Server server, UUID computeId) {
        server.compute().assign(computeId);
    }

    /** Something is asked of the compute service. */
    public void begin(Server server, PendingAction action) {
        server.compute().setPending(action);
    }

    /** It has ended, unless something else was asked for meanwhile. */
    public void end(Server server, PendingAction action) {
        if (server.compute().pending() == action) {
            server.compute().setPending(null);
        }
    }

    /** The compute service did not start it. */
    public void fail(Server server, String sentence, String byName) {
        server.compute().fail(sentence);
        record(ServerEvent.EventType.FAILED, server, byName, clock.instant());
    }

    /** Its row is kept as a record; its data is deleted unless something else references it. */
    public void delete(Server server, String byName) {
        UUID data = server.dataKey();
        Instant now = clock.instant();
        if (server.markDeleted(now)) {
            record(ServerEvent.EventType.DELETED, server, byName, now);
            dataReleased.fire(new DataReleased(server.region, data));
        }
    }

    void record(ServerEvent.EventType eventType, Server server, String byName, Instant at) {
        server.persist();
        ServerEvent event = ServerEvent.create(eventType, server, byName, at);
        event.persist();
        eventRecorded.fire(new ServerEvent.Recorded(event));
    }
}
