package dev.handshake.openstack;

import dev.handshake.web.Text;
import java.net.URI;
import java.util.Locale;

/** A kind of service in Keystone's catalog. */
public enum ServiceType {
    COMPUTE("/v2.1"),
    NETWORK(""),
    IMAGE("");

    /** Of the URL that the portal's clients of the service begin with. */
    private final String version;

    ServiceType(String version) {
        this.version = version;
    }

    /** The catalog's word. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The URL that clients begin with: the catalog may name one with or without a version, and with the project's id,
     * which no service has needed since Mitaka (2016).
     *
     * @param project whose token the catalog was shown to
     */
    URI normalize(String url, String project) {
        String base = Text.stripTrailing('/', url);
        if (base.endsWith("/" + project)) {
            base = Text.stripTrailing('/', base.substring(0, base.length() - project.length()));
        }
        return URI.create(base.replaceFirst("/v\\d+(\\.\\d+)?$", "") + version);
    }
}
