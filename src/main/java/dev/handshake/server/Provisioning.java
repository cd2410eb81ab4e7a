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
 * How servers come, stop, start again and go, behind every door. Saying the same twice changes nothing the second time.
 *
 * <p>Starting locks the image's row, as every change of its memberships does: it comes before a removal or finds the
 * image no more. All else locks the server's own row.
 */
@ApplicationScoped
public class Provisioning {

    private final Flavors flavors;
    private final QuotaService quotas;
    private final Clock clock;
    private final Event<DataReleased> releases;

    Provisioning(Flavors flavors, QuotaService quotas, Clock clock, Event<DataReleased> releases) {
        this.flavors = flavors;
        this.quotas = quotas;
        this.clock = clock;
        this.releases = releases;
    }

    /**
     * Records a server of the actor's account. One that has the order's id already is answered as it is.
     *
     * @throws RefusedException what {@link ImageAccess#requireCanStartServer} refuses; {@link Reason#SERVER_EXISTS}
     *     where the one with this id is not as ordered; {@link Reason#NAME_REQUIRED}; {@link Reason#NO_SUCH_FLAVOR};
     *     {@link Reason#ACCOUNT_QUOTA_EXCEEDED}; and where the size does not hold the image
     */
    @Transactional
    public Server start(Actor actor, Order order) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, order.image());
        access.requireCanStartServer();
        Optional<Server> known = Server.seenBy(actor, order.id());
        if (known.isPresent() && !known.get().isOf(order)) {
            throw new RefusedException(Reason.SERVER_EXISTS);
        }
        return known.orElseGet(() -> record(actor, order, access.image()));
    }

    private Server record(Actor actor, Order order, Image image) {
        Name.checked(order.name());
        Flavor flavor = flavors.named(order.flavor());
        flavor.mustHold(Need.of(image));
        quotas.requireAvailable(actor.account(), actor.region(), QuotaAmounts.SERVER);
        boolean derived = Snapshot.isFromShare(image);
        Server server = Server.started(actor, order, flavor, image, derived, clock.instant());
        server.persist();
        ServerEvent.write(ServerEvent.What.STARTED, server, actor, server.createdAt);
        return server;
    }

    /** @throws RefusedException {@link Reason#SERVER_DELETED} */
    @Transactional
    public Server stop(Actor actor, UUID id) {
        return turn(actor, id, Server::stop, ServerEvent.What.STOPPED);
    }

    /** @throws RefusedException {@link Reason#SERVER_DELETED} */
    @Transactional
    public Server startAgain(Actor actor, UUID id) {
        return turn(actor, id, Server::startAgain, ServerEvent.What.STARTED_AGAIN);
    }

    private Server turn(Actor actor, UUID id, Predicate<Server> verb, ServerEvent.What what) {
        ServerSight sight = ServerSight.locked(actor, id);
        sight.mustRun();
        if (verb.test(sight.server())) {
            ServerEvent.write(what, sight.server(), actor, clock.instant());
        }
        return sight.server();
    }

    /** Deletes a server for good. Its row stays; the data that it started from goes, unless something else uses it. */
    @Transactional
    public Server delete(Actor actor, UUID id) {
        ServerSight sight = ServerSight.locked(actor, id);
        sight.mustDelete();
        Server server = sight.server();
        UUID data = server.dataKey();
        Instant now = clock.instant();
        if (server.end(now)) {
            ServerEvent.write(ServerEvent.What.DELETED, server, actor, now);
            releases.fire(new DataReleased(server.region, data));
        }
        return server;
    }
}
