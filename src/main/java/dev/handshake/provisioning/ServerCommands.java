package dev.handshake.provisioning;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.nova.ComputeRegions;
import dev.handshake.nova.NovaFlavor;
import dev.handshake.server.Flavor;
import dev.handshake.server.PendingAction;
import dev.handshake.server.Server;
import dev.handshake.server.ServerAccess;
import dev.handshake.server.ServerRequest;
import dev.handshake.server.ServerService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * What users do with servers, for pages and API alike: recorded at once where the portal keeps records only, and asked
 * of the compute service where there is one. All actions are idempotent.
 */
@ApplicationScoped
public class ServerCommands {

    private final ComputeRegions regions;
    private final ComputeCatalog catalog;
    private final ServerService records;
    private final ServerActionService actions;
    private final ComputeAccounts accounts;

    ServerCommands(
            ComputeRegions regions,
            ComputeCatalog catalog,
            ServerService records,
            ServerActionService actions,
            ComputeAccounts accounts) {
        this.regions = regions;
        this.catalog = catalog;
        this.records = records;
        this.actions = actions;
        this.accounts = accounts;
    }

    /**
     * Starts a server. If one with the requested id exists, it is returned unchanged.
     *
     * @param options used only by a compute service
     * @throws RefusedException as {@link ServerService#start}; {@link Reason#NO_SUCH_NETWORK},
     *     {@link Reason#COMPUTE_UNAVAILABLE}, {@link Reason#COMPUTE_REFUSED}, {@link Reason#COMPUTE_ACCOUNT_UNKNOWN}
     */
    public Server start(Actor actor, ServerRequest request, LaunchOptions options) {
        if (!regions.contains(actor.region())) {
            return records.start(actor, request);
        }
        actor.requireForServers(Role.CREATOR);
        NovaFlavor flavor = catalog.getFlavor(actor, request.flavor());
        catalog.requireNetwork(actor, options.network());
        Flavor size = catalog.toFlavor(flavor);
        ServerRequest named = new ServerRequest(request.id(), request.name(), flavor.name(), request.image());
        accounts.watch(actor);
        return actions.create(actor, named, size, flavor.id(), options);
    }

    /** @throws RefusedException {@link Reason#SERVER_DELETED}; {@link Reason#SERVER_BUSY} */
    public Server stop(Actor actor, UUID id, String userToken) {
        return isRecord(actor, id) ? records.stop(actor, id) : act(actor, id, PendingAction.STOP, userToken);
    }

    /** @throws RefusedException {@link Reason#SERVER_DELETED}; {@link Reason#SERVER_BUSY} */
    public Server startAgain(Actor actor, UUID id, String userToken) {
        return isRecord(actor, id) ? records.startAgain(actor, id) : act(actor, id, PendingAction.START, userToken);
    }

    /** @throws RefusedException {@link Reason#SERVER_IS_RECORD}, {@link Reason#SERVER_BUSY} and others */
    public Server reboot(Actor actor, UUID id, String userToken) {
        requireNoRecord(actor, id);
        return act(actor, id, PendingAction.REBOOT, userToken);
    }

    public Server delete(Actor actor, UUID id, String userToken) {
        return isRecord(actor, id) ? records.delete(actor, id) : act(actor, id, PendingAction.DELETE, userToken);
    }

    /**
     * Has the compute service take a snapshot; the image appears while it works on it.
     *
     * @param request identifies this request; a second one with the same id is treated as a repetition
     */
    public Server snapshot(Actor actor, UUID id, UUID request, String name, String userToken) {
        requireNoRecord(actor, id);
        return actions.snapshot(actor, id, request, name, userToken);
    }

    private Server act(Actor actor, UUID id, PendingAction action, String userToken) {
        return actions.request(actor, id, action, userToken);
    }

    /** Whether the portal keeps only a record of the server. */
    public boolean isRecord(Actor actor, UUID id) {
        return !regions.contains(actor.region())
                || ServerAccess.load(actor, id).server().compute() == null;
    }

    private void requireNoRecord(Actor actor, UUID id) {
        ServerAccess access = ServerAccess.load(actor, id);
        access.requireCanOperate();
        if (access.server().compute() == null) {
            throw new RefusedException(Reason.SERVER_IS_RECORD);
        }
    }
}
