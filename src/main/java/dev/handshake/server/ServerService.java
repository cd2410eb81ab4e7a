package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.quota.QuotaAmounts;
import dev.handshake.quota.QuotaService;
import dev.handshake.sharing.ImageAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

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
    private final ServerTracker tracker;

    ServerService(Flavors flavors, QuotaService quotas, Clock clock, ServerTracker tracker) {
        this.flavors = flavors;
        this.quotas = quotas;
        this.clock = clock;
        this.tracker = tracker;
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
        return start(actor, serverRequest, () -> flavors.get(serverRequest.flavor()), (flavor, image) -> {
            boolean derived = Snapshot.isDerivedFromShare(image);
            Server server = Server.create(actor, serverRequest, flavor, image, derived, clock.instant());
            tracker.record(ServerEvent.EventType.STARTED, server, actor.name(), server.createdAt);
            return server;
        });
    }

    /**
     * Same for a server that the compute service is asked for, in a flavor of its.
     *
     * @param isNew is called with the new server, in the same transaction
     */
    @Transactional
    public Server request(Actor actor, ServerRequest serverRequest, Flavor size, Consumer<Server> isNew) {
        return start(actor, serverRequest, () -> size, (flavor, image) -> {
            boolean derived = Snapshot.isDerivedFromShare(image);
            Server server = Server.create(actor, serverRequest, flavor, image, derived, clock.instant())
                    .atCompute(ComputeRecord.requested());
            tracker.record(ServerEvent.EventType.REQUESTED, server, actor.name(), server.createdAt);
            isNew.accept(server);
            return server;
        });
    }

    private Server start(
            Actor actor,
            ServerRequest serverRequest,
            Supplier<Flavor> flavor,
            BiFunction<Flavor, Image, Server> creation) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, serverRequest.image());
        access.requireCanStartServer();
        Optional<Server> known = Server.findVisible(actor, serverRequest.id());
        if (known.isPresent() && !known.get().matches(serverRequest)) {
            throw new RefusedException(Reason.SERVER_EXISTS);
        }
        return known.orElseGet(() -> {
            ServerName.requireValid(serverRequest.name());
            Flavor size = flavor.get();
            size.requireSufficientFor(ResourceRequirements.of(access.image()));
            quotas.requireAvailable(actor.account(), actor.region(), QuotaAmounts.SERVER);
            return creation.apply(size, access.image());
        });
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
            tracker.record(eventType, access.server(), actor.name(), clock.instant());
        }
        return access.server();
    }

    /** Deletes a server. Its row is kept as a record; its data is deleted unless something else references it. */
    @Transactional
    public Server delete(Actor actor, UUID id) {
        ServerAccess access = ServerAccess.loadForUpdate(actor, id);
        access.requireCanDelete();
        tracker.delete(access.server(), actor.name());
        return access.server();
    }
}
