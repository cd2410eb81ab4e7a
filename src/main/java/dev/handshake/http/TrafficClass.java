package dev.handshake.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** The kinds of work that are counted apart, so that none keeps out another. */
public enum TrafficClass {
    /** Anything that is none of the others, and soon over. */
    REQUEST,
    /**
     * A disk image file on its way in: it alone may be large, and takes memory for as long as its client's line does.
     */
    UPLOAD,
    /** Image data on its way out. */
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
