package dev.handshake.api.http;

import dev.handshake.api.json.ImagePatch;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The methods allowed at each API path. */
enum AllowedMethods {
    VERSIONS("/versions(/choices)?", "GET"),
    ACCOUNT("/v2/account", "GET"),
    OFFERS("/v2/offers", "GET", "POST"),
    SERVERS("/v2/servers", "GET", "POST"),
    SERVER("/v2/servers/[^/]+", "GET", "DELETE"),
    SERVER_ACTION("/v2/servers/[^/]+/(stop|start)", "POST"),
    SNAPSHOTS("/v2/servers/[^/]+/snapshots", "POST"),
    SCHEMAS("/v2/(schemas|info)/[^/]+", "GET"),
    IMAGES("/v2/images", "GET", "POST"),
    IMAGE("/v2/images/[^/]+", "GET", "PATCH", "DELETE"),
    FILE("/v2/images/[^/]+/file", "GET", "PUT"),
    TASKS("/v2/tasks", "GET"),
    TASK("/v2/tasks/[^/]+", "GET"),
    IMAGE_TASKS("/v2/images/[^/]+/tasks", "GET"),
    STAGE("/v2/images/[^/]+/stage", "PUT"),
    IMPORT("/v2/images/[^/]+/import", "POST"),
    ACTION("/v2/images/[^/]+/actions/[^/]+", "POST"),
    TAG("/v2/images/[^/]+/tags/[^/]+", "PUT", "DELETE"),
    MEMBERS("/v2/images/[^/]+/members", "GET", "POST"),
    MEMBER("/v2/images/[^/]+/members/[^/]+", "GET", "PUT", "DELETE"),
    REMINDERS("/v2/images/[^/]+/members/[^/]+/reminders", "POST");

    private final Pattern path;
    private final List<String> methods;

    AllowedMethods(String address, String... methods) {
        this.path = Pattern.compile("/[^/]+" + address);
        this.methods = List.of(methods);
    }

    static Optional<AllowedMethods> find(String path) {
        return Arrays.stream(values())
                .filter(each -> each.path.matcher(path).matches())
                .findFirst();
    }

    /** The content types accepted for a body; empty if the type is ignored. */
    List<String> contentTypes(String method) {
        if (this == IMAGE && method.equals("PATCH")) {
            return List.of(ImagePatch.MEDIA_TYPE, ImagePatch.MEDIA_TYPE_V20);
        }
        boolean isData = (this == FILE || this == STAGE) && method.equals("PUT");
        return isData ? List.of(MediaType.APPLICATION_OCTET_STREAM) : List.of();
    }

    List<String> methods() {
        return methods;
    }
}
