package dev.handshake.api.json;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.Optional;

/**
 * The calls that bring a JSON body, each with how large it may be and the role it takes. Both are known before the body
 * is read, so that nobody makes the portal read what it refuses anyway.
 */
public enum JsonEndpoint {
    CREATE_IMAGE("POST", "images", 64 << 10, Role.CREATOR),
    UPDATE_IMAGE("PATCH", "images/*", 64 << 10, Role.CREATOR),
    IMPORT("POST", "images/*/import", 128 << 10, Role.CREATOR),
    ADD_MEMBER("POST", "images/*/members", 1 << 10, Role.CREATOR),
    SET_STATUS("PUT", "images/*/members/*", 1 << 10, Role.ADMIN),
    OFFER("POST", "offers", 64 << 10, Role.CREATOR),
    START_SERVER("POST", "servers", 4 << 10, Role.CREATOR),
    CREATE_SNAPSHOT("POST", "servers/*/snapshots", 4 << 10, Role.CREATOR);

    private final HttpMethod method;
    private final String[] path;
    private final int maxBytes;
    private final Role role;

    /** @param path below {@code /{region}/v2}, with {@code *} for any one segment */
    JsonEndpoint(String method, String path, int maxBytes, Role role) {
        this.method = HttpMethod.valueOf(method);
        this.path = path.split("/");
        this.maxBytes = maxBytes;
        this.role = role;
    }

    /** The call that a request at {@code path} makes, if it is one with a body. */
    public static Optional<JsonEndpoint> find(HttpMethod method, String path) {
        String[] segments = path.split("/"); // "", region, version, and what the call names
        return Arrays.stream(values())
                .filter(call -> call.method.equals(method) && call.matches(segments))
                .findFirst();
    }

    private boolean matches(String[] segments) {
        if (segments.length != path.length + 3 || !segments[2].startsWith("v2")) {
            return false;
        }
        for (int each = 0; each < path.length; each++) {
            if (!path[each].equals("*") && !path[each].equals(segments[each + 3])) {
                return false;
            }
        }
        return true;
    }

    public int maxBytes() {
        return maxBytes;
    }

    /** Whether the actor's role reaches; the compute service works with servers and their snapshots in any. */
    public boolean isOpenTo(Actor actor) {
        return isForComputeService() ? actor.hasRoleForServers(role) : actor.hasRole(role);
    }

    /** @throws dev.handshake.error.RefusedException where it does not */
    void requireRole(Actor actor) {
        if (isForComputeService()) {
            actor.requireForServers(role);
        } else {
            actor.require(role);
        }
    }

    private boolean isForComputeService() {
        return this == IMPORT || this == START_SERVER || this == CREATE_SNAPSHOT;
    }
}
