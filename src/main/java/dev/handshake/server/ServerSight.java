package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Optional;
import java.util.UUID;

/** A server as somebody of its account sees it, and what that actor may do with it. */
public record ServerSight(Actor actor, Server server) {

    /** @throws RefusedException {@link Reason#NOT_FOUND} unless it is the actor's account that started it */
    public static ServerSight of(Actor actor, UUID id) {
        return found(actor, Server.seenBy(actor, id));
    }

    /** The same, with the server's row locked until the transaction ends. */
    static ServerSight locked(Actor actor, UUID id) {
        return found(actor, Server.lockedBy(actor, id));
    }

    private static ServerSight found(Actor actor, Optional<Server> server) {
        return new ServerSight(actor, server.orElseThrow(() -> new RefusedException(Reason.NOT_FOUND)));
    }

    public boolean isStopping() {
        return server.isActive() && actor.hasRoleForServers(Role.CREATOR);
    }

    public boolean isStartingAgain() {
        return server.isStopped() && actor.hasRoleForServers(Role.CREATOR);
    }

    public boolean isSnapping() {
        return !server.isDeleted() && actor.hasRoleForServers(Role.CREATOR);
    }

    public boolean isDeleting() {
        return !server.isDeleted() && actor.hasRoleForServers(Role.ADMIN);
    }

    /** @throws RefusedException {@link Reason#ROLE_TOO_LOW}, {@link Reason#SERVER_DELETED} */
    void mustRun() {
        actor.requireForServers(Role.CREATOR);
        if (server.isDeleted()) {
            throw new RefusedException(Reason.SERVER_DELETED);
        }
    }

    /** @throws RefusedException {@link Reason#ROLE_TOO_LOW} */
    void mustDelete() {
        actor.requireForServers(Role.ADMIN);
    }
}
