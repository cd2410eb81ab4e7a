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
    static ServerAccess loadForUpdate(Actor actor, UUID id) {
        return orNotFound(actor, Server.findVisibleForUpdate(actor, id));
    }

    private static ServerAccess orNotFound(Actor actor, Optional<Server> server) {
        return new ServerAccess(actor, server.orElseThrow(() -> new RefusedException(Reason.NOT_FOUND)));
    }

    public boolean canStop() {
        return server.isActive() && actor.hasRoleForServers(Role.CREATOR);
    }

    public boolean canStartAgain() {
        return server.isStopped() && actor.hasRoleForServers(Role.CREATOR);
    }

    public boolean canSnapshot() {
        return !server.isDeleted() && actor.hasRoleForServers(Role.CREATOR);
    }

    public boolean canDelete() {
        return !server.isDeleted() && actor.hasRoleForServers(Role.ADMIN);
    }

    /** @throws RefusedException {@link Reason#ROLE_TOO_LOW}, {@link Reason#SERVER_DELETED} */
    void requireCanOperate() {
        actor.requireForServers(Role.CREATOR);
        if (server.isDeleted()) {
            throw new RefusedException(Reason.SERVER_DELETED);
        }
    }

    /** @throws RefusedException {@link Reason#ROLE_TOO_LOW} */
    void requireCanDelete() {
        actor.requireForServers(Role.ADMIN);
    }
}
