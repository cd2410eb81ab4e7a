package dev.handshake.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** The kinds of work that are counted apart, so that none keeps out another. */
public enum Traffic {
    /** Anything that is none of the others, and soon over. */
    REQUEST,
    /** Image data on its way in: it takes as long as its client's line does, and memory all the while. */
    UPLOAD,
    /** Image data on its way out. */
    DOWNLOAD;

    private static final Pattern TRANSFER =
            Pattern.compile("/[^/]+/(v2(\\.[0-9]+)?/images|images|exports)/(.*/)?(file|stage|uploads|data)");

    public static Traffic of(RoutingContext request) {
        if (!isTransfer(request.normalizedPath())) {
            return REQUEST;
        }
        HttpMethod method = request.request().method();
        return method == HttpMethod.GET || method == HttpMethod.HEAD ? DOWNLOAD : UPLOAD;
    }

    static boolean isTransfer(String path) {
        return TRANSFER.matcher(path).matches();
    }
}
