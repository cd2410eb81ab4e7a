package dev.handshake.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** Kinds of requests with separate concurrency limits, so that none starves another. */
public enum TrafficClass {
    /** Everything else; short. */
    REQUEST,
    /**
     * Upload of a disk image file: the only large bodies, each holding memory as long as its client's connection takes.
     */
    UPLOAD,
    /** Download of image data. */
    DOWNLOAD;

    private static final Pattern UPLOAD_PATH =
            Pattern.compile("/[^/]+/(images/uploads|v2(\\.[0-9]+)?/images/[^/]+/(file|stage))/?");
    private static final Pattern DOWNLOAD_PATH =
            Pattern.compile("/[^/]+/(exports/[^/]+/data|v2(\\.[0-9]+)?/images/[^/]+/file)/?");

    public static TrafficClass classify(RoutingContext request) {
        return classify(request.request().method(), request.normalizedPath());
    }

    static TrafficClass classify(HttpMethod method, String path) {
        if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) {
            return DOWNLOAD_PATH.matcher(path).matches() ? DOWNLOAD : REQUEST;
        }
        return UPLOAD_PATH.matcher(path).matches() ? UPLOAD : REQUEST;
    }
}
