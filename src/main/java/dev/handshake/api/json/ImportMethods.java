package dev.handshake.api.json;

import java.util.List;

/** The import methods of the Images API that this portal has. Source: interoperable image import, Images API v2. */
public class ImportMethods {

    /** From what was uploaded to {@code /stage}. */
    public static final String GLANCE_DIRECT = "glance-direct";

    /** From a URL. */
    public static final String WEB_DOWNLOAD = "web-download";

    public static final List<String> ALL = List.of(GLANCE_DIRECT, WEB_DOWNLOAD);

    private ImportMethods() {}
}
