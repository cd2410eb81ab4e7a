package dev.handshake.api;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.Optional;

/**
 * The calls that bring a JSON body, each with how large it may be and the role it takes. Both are known before the body
 * is read, so that nobody makes the portal read what it refuses anyway.
 */
enum JsonCall {
    CREATE_IMAGE("POST", "images", 64 << 10, Role.CREATOR),
    CHANGE_IMAGE("PATCH", "images/*", 64 << 10, Role.CREATOR),
    IMPORT("POST", "images/*/import", 128 << 10, Role.CREATOR),
    ADD_MEMBER("POST", "images/*/members", 1 << 10, Role.CREATOR),
    SET_STATUS("PUT", "images/*/members/*", 1 << 10, Role.ADMIN),
    OFFER("POST", "offers", 64 << 10, Role.CREATOR),
    START_SERVER("POST", "servers", 4 << 10, Role.CREATOR),
    TAKE_SNAPSHOT("POST", "servers/*/snapshots", 4 << 10, Role.CREATOR);

    private final HttpMethod method;
    private final String[] path;
    private final int maxBytes;
    private final Role role;

    /** @param path below {@code /{region}/v2}, with {@code *} for any one segment */
    JsonCall(String method, String path, int maxBytes, Role role) {
        this.method = HttpMethod.valueOf(method);
        this.path = path.split("/");
        this.maxBytes = maxBytes;
        this.role = role;
    }

    /** The call that a request at {@code path} makes, if it is one with a body. */
    static Optional<JsonCall> of(HttpMethod method, String path) {
        String[] segments = path.split("/"); // "", region, version, and what the call names
        return Arrays.stream(values())
                .filter(call -> call.method.equals(method) && call.isAt(segments))
                .findFirst();
    }

    private boolean isAt(String[] segments) {
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

    int maxBytes() {
        return maxBytes;
    }

    /** Whether the actor's role reaches; the compute service works with servers and their snapshots in any. */
    boolean isOpenTo(Actor actor) {
        return isForCompute() ? actor.mayRun(role) : actor.may(role);
    }

    /** @throws dev.handshake.refusal.Refused where it does not */
    void requireRole(Actor actor) {
        if (isForCompute()) {
            actor.mustRun(role);
        } else {
            actor.must(role);
        }
    }

    private boolean isForCompute() {
        return this == IMPORT || this == START_SERVER || this == TAKE_SNAPSHOT;
    }
}
