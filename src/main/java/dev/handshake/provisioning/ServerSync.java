package dev.handshake.provisioning;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.nova.NovaServer;
import dev.handshake.server.Flavor;
import dev.handshake.server.Flavors;
import dev.handshake.server.PendingAction;
import dev.handshake.server.Server;
import dev.handshake.server.ServerRequest;
import dev.handshake.server.ServerSighting;
import dev.handshake.server.ServerState;
import dev.handshake.server.ServerTracker;
import dev.handshake.sharing.ImageAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets the records follow what the compute service says of an account's servers. A server with our tag is the one that
 * was asked for here; any other is recorded if it was started from an image that its account sees.
 */
@ApplicationScoped
class ServerSync {

    /** Stands in histories for whoever did something at the compute service by other means. */
    static final String ELSEWHERE = "the compute service";

    /** What somebody asked for here shows its effect within this time. */
    private static final Duration EFFECT = Duration.ofMinutes(10);

    private final Clock clock;
    private final Flavors flavors;
    private final ServerTracker tracker;

    ServerSync(Clock clock, Flavors flavors, ServerTracker tracker) {
        this.clock = clock;
        this.flavors = flavors;
        this.tracker = tracker;
    }

    /** @return whether any state changed */
    @Transactional
    boolean follow(String region, String account, List<NovaServer> servers, Instant asked) {
        Actor actor = new Actor(account, ELSEWHERE, Role.ADMIN, region, true);
        boolean changed = false;
        for (NovaServer each : servers) {
            changed |= follow(actor, each, asked);
        }
        return changed;
    }

    private boolean follow(Actor actor, NovaServer said, Instant asked) {
        ServerSighting sighting = sighting(said, asked);
        return findOwn(actor, said)
                .or(() -> Server.findByComputeIdForUpdate(actor, said.id()))
                .or(() -> add(actor, said, sighting))
                .filter(server -> server.compute() != null)
                .map(server -> tracker.follow(server, sighting, doneBy(server, sighting)))
                .orElse(false);
    }

    /** A tag is a user's word too: it is believed for a server of the account that is not known as another one. */
    private static Optional<Server> findOwn(Actor actor, NovaServer said) {
        return said.tags().stream()
                .map(ActionAttempt::serverOfTag)
                .filter(Objects::nonNull)
                .flatMap(id -> Server.findVisibleForUpdate(actor, id).stream())
                .filter(server -> server.compute() != null)
                .filter(server ->
                        server.compute().id() == null || server.compute().id().equals(said.id()))
                .findFirst();
    }

    private Optional<Server> add(Actor actor, NovaServer said, ServerSighting sighting) {
        if (said.image() == null || sighting.state() == ServerState.DELETED) {
            return Optional.empty();
        }
        Optional<Server> known = Server.findVisibleForUpdate(actor, said.id());
        return known.isPresent()
                ? Optional.empty()
                : startableImage(actor, said.image())
                        .map(image -> tracker.addFound(
                                actor,
                                new ServerRequest(
                                        said.id(), said.name(), said.flavor().name(), said.image()),
                                flavor(said),
                                image,
                                said.created()));
    }

    /** Locked, so that its data is not deleted meanwhile. */
    private static Optional<Image> startableImage(Actor actor, UUID id) {
        try {
            Image image = ImageAccess.loadForUpdate(actor, id).image();
            return Optional.of(image).filter(each -> each.dataKey() != null);
        } catch (RefusedException notSeen) {
            return Optional.empty();
        }
    }

    private Flavor flavor(NovaServer said) {
        return new Flavor(
                said.flavor().name(),
                said.flavor().vcpus(),
                said.flavor().ram(),
                said.flavor().disk(),
                flavors.priceOf(said.flavor().name()));
    }

    private static ServerSighting sighting(NovaServer said, Instant asked) {
        String fault = said.fault().isEmpty() ? "" : RefusalSentences.describeFault(said.fault());
        return new ServerSighting(said.id(), said.name(), state(said), said.status(), said.taskState(), fault, asked);
    }

    /** Null where the status says something else. */
    private static ServerState state(NovaServer said) {
        return switch (said.status()) {
            case "BUILD" -> ServerState.BUILDING;
            case "ACTIVE" -> ServerState.ACTIVE;
            case "SHUTOFF" -> ServerState.STOPPED;
            case "SHELVED", "SHELVED_OFFLOADED" -> ServerState.SHELVED;
            case "ERROR" -> ServerState.ERROR;
            case "DELETED", "SOFT_DELETED" -> ServerState.DELETED;
            default -> null;
        };
    }

    /** Who asked for it here, if anybody did. */
    private String doneBy(Server server, ServerSighting sighting) {
        PendingAction action = switch (sighting.state() == null ? ServerState.BUILDING : sighting.state()) {
            case ACTIVE -> PendingAction.START;
            case STOPPED -> PendingAction.STOP;
            case DELETED -> PendingAction.DELETE;
            default -> null;
        };
        return action == null || sighting.state() == server.state()
                ? ELSEWHERE
                : ServerAction.<ServerAction>find(
                                "region = ?1 and serverId = ?2 and type = ?3 and createdAt > ?4 order by createdAt desc",
                                server.region,
                                server.id,
                                action,
                                clock.instant().minus(EFFECT))
                        .firstResultOptional()
                        .map(found -> found.createdBy)
                        .orElse(ELSEWHERE);
    }

    /** Servers that a list of all, begun at this time, did not have. */
    @Transactional
    List<UUID> listMissing(ServerPoll poll, Instant listed, int most) {
        return Server.<Server>find(
                        "region = ?1 and account = ?2 and state <> DELETED and compute.id is not null"
                                + " and (compute.seenAt is null or compute.seenAt < ?3)",
                        poll.region(),
                        poll.account(),
                        listed)
                .page(0, most)
                .list()
                .stream()
                .map(each -> each.compute().id())
                .toList();
    }

    /** The compute service does not know it any more. */
    @Transactional
    void delete(ServerPoll poll, UUID computeId) {
        Actor actor = new Actor(poll.account(), ELSEWHERE, Role.ADMIN, poll.region(), true);
        Server.findByComputeIdForUpdate(actor, computeId).ifPresent(server -> tracker.delete(server, ELSEWHERE));
    }
}
