package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Optional;
import java.util.UUID;

/** A server as seen by an actor of its account, with what that actor may do. */
public record ServerAccess(Actor actor, Server server) {

    /** @throws RefusedException {@link Reason#NOT_FOUND} unless the server belongs to the actor's account */
    public static ServerAccess load(Actor actor, UUID id) {
        return orNotFound(actor, Server.findVisible(actor, id));
    }

    /** Same, with the server's row locked until the transaction ends. */
    public static ServerAccess loadForUpdate(Actor actor, UUID id) {
        return orNotFound(actor, Server.findVisibleForUpdate(actor, id));
    }

    private static ServerAccess orNotFound(Actor actor, Optional<Server> server) {
        return new ServerAccess(actor, server.orElseThrow(() -> new RefusedException(Reason.NOT_FOUND)));
    }

    public boolean canStop() {
        return server.isActive() && canOperate();
    }

    public boolean canStartAgain() {
        return server.isStopped() && canOperate();
    }

    /** Only the compute service can. */
    public boolean canReboot() {
        return server.compute() != null && canStop();
    }

    public boolean canSnapshot() {
        return (server.compute() == null ? !server.isDeleted() : server.isActive() || server.isStopped())
                && canOperate();
    }

    private boolean canOperate() {
        return !isBusy() && actor.hasRoleForServers(Role.CREATOR);
    }

    public boolean canDelete() {
        return !server.isDeleted() && !isPending(PendingAction.DELETE) && actor.hasRoleForServers(Role.ADMIN);
    }

    private boolean isBusy() {
        return server.compute() != null && server.compute().pending() != null;
    }

    /** Whether this was asked of the compute service and has not ended. */
    public boolean isPending(PendingAction action) {
        return server.compute() != null && server.compute().pending() == action;
    }

    /** @throws RefusedException {@link Reason#ROLE_TOO_LOW}, {@link Reason#SERVER_DELETED} */
    public void requireCanOperate() {
        actor.requireForServers(Role.CREATOR);
        if (server.isDeleted()) {
            throw new RefusedException(Reason.SERVER_DELETED);
        }
    }

    /** @throws RefusedException {@link Reason#ROLE_TOO_LOW} */
    public void requireCanDelete() {
        actor.requireForServers(Role.ADMIN);
    }

    /**
     * Same as {@link #requireCanOperate}, for a server of the compute service.
     *
     * @throws RefusedException {@link Reason#SERVER_BUSY} while something else is asked of it
     */
    public void requireNotBusy() {
        requireCanOperate();
        if (isBusy()) {
            throw new RefusedException(
                    Reason.SERVER_BUSY, server.compute().pending().label());
        }
    }
}
