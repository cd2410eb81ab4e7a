package dev.handshake.provisioning;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.SuspensionLock;
import dev.handshake.image.SuspensionQueries;
import dev.handshake.quota.QuotaAmounts;
import dev.handshake.quota.QuotaService;
import dev.handshake.server.Flavor;
import dev.handshake.server.PendingAction;
import dev.handshake.server.Server;
import dev.handshake.server.ServerAccess;
import dev.handshake.server.ServerRequest;
import dev.handshake.server.ServerService;
import dev.handshake.server.ServerState;
import dev.handshake.server.ServerTracker;
import dev.handshake.server.SnapshotService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Writes down what is to be asked of the compute service, in the transaction that checks the rules. */
@ApplicationScoped
public class ServerActionService {

    private final ServerService servers;
    private final ServerTracker tracker;
    private final QuotaService quotas;
    private final UserTokens userTokens;
    private final ProvisioningConfig config;
    private final Clock clock;

    ServerActionService(
            ServerService servers,
            ServerTracker tracker,
            QuotaService quotas,
            UserTokens userTokens,
            ProvisioningConfig config,
            Clock clock) {
        this.servers = servers;
        this.tracker = tracker;
        this.quotas = quotas;
        this.userTokens = userTokens;
        this.config = config;
        this.clock = clock;
    }

    /** @param flavorId the compute service's id of the size */
    @Transactional
    Server create(Actor actor, ServerRequest request, Flavor size, String flavorId, LaunchOptions options) {
        return servers.request(actor, request, size, server -> {
            ServerAction action = newAction(actor, server, UUID.randomUUID(), PendingAction.CREATE, server.name);
            action.flavor = flavorId;
            action.network = options.network();
            action.userData = options.keys().toUserData();
            action.persist();
            userTokens.keep(action.id, options.userToken());
        });
    }

    @Transactional
    Server request(Actor actor, UUID id, PendingAction type, String userToken) {
        ServerAccess access = ServerAccess.loadForUpdate(actor, id);
        if (type == PendingAction.DELETE) {
            access.requireCanDelete();
        } else {
            access.requireCanOperate();
        }
        Server server = access.server();
        if (server.isDeleted() || access.isPending(type) || isDone(server, type)) {
            return server;
        }
        if (type != PendingAction.DELETE) {
            access.requireNotBusy();
            requireState(access, type);
        }
        begin(newAction(actor, server, UUID.randomUUID(), type, null), server, userToken);
        return server;
    }

    private static boolean isDone(Server server, PendingAction type) {
        boolean isIdle = server.compute().pending() == null;
        return isIdle
                && (type == PendingAction.STOP && server.isStopped()
                        || type == PendingAction.START && server.isActive());
    }

    private static void requireState(ServerAccess access, PendingAction type) {
        boolean isPossible = switch (type) {
            case STOP -> access.canStop();
            case START -> access.canStartAgain();
            case REBOOT -> access.canReboot();
            default -> access.canSnapshot();
        };
        if (!isPossible) {
            ServerState state = access.server().state();
            throw new RefusedException(Reason.SERVER_NOT_IN_STATE, state.label());
        }
    }

    /** By the rules of {@link SnapshotService}. */
    @Transactional
    Server snapshot(Actor actor, UUID id, UUID request, String name, String userToken) {
        SuspensionLock.acquireShared(actor.region());
        ServerAccess access = ServerAccess.loadForUpdate(actor, id);
        access.requireCanOperate();
        Server server = access.server();
        Optional<ServerAction> known = ServerAction.findByIdOptional(new ServerAction.Key(server.region, request));
        if (known.filter(each -> each.serverId.equals(id)).isPresent()) {
            return server;
        }
        if (known.isPresent()) {
            throw new RefusedException(Reason.ID_TAKEN);
        }
        access.requireNotBusy();
        requireState(access, PendingAction.SNAPSHOT);
        String valid = SnapshotService.requireValidName(name);
        if (SuspensionQueries.isDataSuspended(server.region, server)) {
            throw new RefusedException(Reason.DATA_SUSPENDED);
        }
        quotas.requireAvailable(actor.account(), actor.region(), QuotaAmounts.snapshot(0));
        begin(newAction(actor, server, request, PendingAction.SNAPSHOT, valid), server, userToken);
        return server;
    }

    private void begin(ServerAction action, Server server, String userToken) {
        action.persist();
        tracker.begin(server, action.type);
        userTokens.keep(action.id, userToken);
    }

    private ServerAction newAction(Actor actor, Server server, UUID id, PendingAction type, String name) {
        return ServerAction.create(actor, server, id, type, name, clock.instant(), config.retryFor());
    }

    /** The latest thing asked of the compute service for this server, for its page. */
    public static Optional<ServerAction> findLatest(Server server) {
        return ServerAction.find(
                        "region = ?1 and serverId = ?2 order by createdAt desc, id desc", server.region, server.id)
                .firstResultOptional();
    }
}
