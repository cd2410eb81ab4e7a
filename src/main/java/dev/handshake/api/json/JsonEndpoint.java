package dev.handshake.api.json;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.Optional;

/**
 * The API calls with a JSON body, with the size limit and required role of each. Both are checked before the body is
 * read, so that the portal never reads a body it would refuse anyway.
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

    /** @param path below {@code /{region}/v2}; {@code *} matches one segment */
    JsonEndpoint(String method, String path, int maxBytes, Role role) {
        this.method = HttpMethod.valueOf(method);
        this.path = path.split("/");
        this.maxBytes = maxBytes;
        this.role = role;
    }

    /** The call matching a request, if it has a JSON body. */
    public static Optional<JsonEndpoint> find(HttpMethod method, String path) {
        String[] segments = path.split("/"); // "", region, version, then the segments of the call
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

    /**
     * Whether the actor's role suffices. The compute service may import, start servers and take snapshots in any role.
     */
    public boolean isOpenTo(Actor actor) {
        return isForComputeService() ? actor.hasRoleForServers(role) : actor.hasRole(role);
    }

    /** @throws dev.handshake.error.RefusedException if it does not */
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
