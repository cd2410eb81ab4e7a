package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.DataReleased;
import dev.handshake.image.Image;
import dev.handshake.quota.QuotaAmounts;
import dev.handshake.quota.QuotaService;
import dev.handshake.sharing.ImageAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Starts, stops and deletes servers, for pages and API alike. All actions are idempotent.
 *
 * <p>Starting locks the image's row, as membership changes do, so it either precedes a removal or no longer finds the
 * image. Other actions lock the server's own row.
 */
@ApplicationScoped
public class ServerService {

    private final Flavors flavors;
    private final QuotaService quotas;
    private final Clock clock;
    private final Event<ServerEvent.Recorded> eventRecorded;
    private final Event<DataReleased> dataReleased;

    ServerService(
            Flavors flavors,
            QuotaService quotas,
            Clock clock,
            Event<ServerEvent.Recorded> eventRecorded,
            Event<DataReleased> dataReleased) {
        this.flavors = flavors;
        this.quotas = quotas;
        this.clock = clock;
        this.eventRecorded = eventRecorded;
        this.dataReleased = dataReleased;
    }

    /**
     * Records a server of the actor's account. If a server with the requested id exists, it is returned unchanged.
     *
     * @throws RefusedException as {@link ImageAccess#requireCanStartServer}; {@link Reason#SERVER_EXISTS} if the
     *     existing server differs from the request; {@link Reason#NAME_REQUIRED}; {@link Reason#NO_SUCH_FLAVOR};
     *     {@link Reason#ACCOUNT_QUOTA_EXCEEDED}; {@link Reason#DISK_TOO_SMALL} or {@link Reason#MEMORY_TOO_SMALL}
     */
    @Transactional
    public Server start(Actor actor, ServerRequest serverRequest) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, serverRequest.image());
        access.requireCanStartServer();
        Optional<Server> known = Server.findVisible(actor, serverRequest.id());
        if (known.isPresent() && !known.get().matches(serverRequest)) {
            throw new RefusedException(Reason.SERVER_EXISTS);
        }
        return known.orElseGet(() -> create(actor, serverRequest, access.image()));
    }

    private Server create(Actor actor, ServerRequest serverRequest, Image image) {
        ServerName.requireValid(serverRequest.name());
        Flavor flavor = flavors.get(serverRequest.flavor());
        flavor.requireSufficientFor(ResourceRequirements.of(image));
        quotas.requireAvailable(actor.account(), actor.region(), QuotaAmounts.SERVER);
        boolean derived = Snapshot.isDerivedFromShare(image);
        Server server = Server.create(actor, serverRequest, flavor, image, derived, clock.instant());
        server.persist();
        recordEvent(ServerEvent.EventType.STARTED, server, actor, server.createdAt);
        return server;
    }

    /** @throws RefusedException {@link Reason#SERVER_DELETED} */
    @Transactional
    public Server stop(Actor actor, UUID id) {
        return changeState(actor, id, Server::stop, ServerEvent.EventType.STOPPED);
    }

    /** @throws RefusedException {@link Reason#SERVER_DELETED} */
    @Transactional
    public Server startAgain(Actor actor, UUID id) {
        return changeState(actor, id, Server::startAgain, ServerEvent.EventType.STARTED_AGAIN);
    }

    private Server changeState(Actor actor, UUID id, Predicate<Server> verb, ServerEvent.EventType eventType) {
        ServerAccess access = ServerAccess.loadForUpdate(actor, id);
        access.requireCanOperate();
        if (verb.test(access.server())) {
            recordEvent(eventType, access.server(), actor, clock.instant());
        }
        return access.server();
    }

    /** Deletes a server. Its row is kept as a record; its data is deleted unless something else references it. */
    @Transactional
    public Server delete(Actor actor, UUID id) {
        ServerAccess access = ServerAccess.loadForUpdate(actor, id);
        access.requireCanDelete();
        Server server = access.server();
        UUID data = server.dataKey();
        Instant now = clock.instant();
        if (server.markDeleted(now)) {
            recordEvent(ServerEvent.EventType.DELETED, server, actor, now);
            dataReleased.fire(new DataReleased(server.region, data));
        }
        return server;
    }

    private void recordEvent(ServerEvent.EventType eventType, Server server, Actor by, Instant at) {
        ServerEvent event = ServerEvent.create(eventType, server, by, at);
        event.persist();
        eventRecorded.fire(new ServerEvent.Recorded(event));
    }
}
