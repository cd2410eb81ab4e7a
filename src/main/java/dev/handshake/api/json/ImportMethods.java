package dev.handshake.api.json;

import java.util.List;

/** The supported import methods. Source: interoperable image import, Images API v2. */
public class ImportMethods {

    /** Imports the data uploaded to {@code /stage}. */
    public static final String GLANCE_DIRECT = "glance-direct";

    /** Imports from a URL. */
    public static final String WEB_DOWNLOAD = "web-download";

    public static final List<String> ALL = List.of(GLANCE_DIRECT, WEB_DOWNLOAD);

    private ImportMethods() {}
}
