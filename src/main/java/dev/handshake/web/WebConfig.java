package dev.handshake.web;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The public face of the portal, and its signing key. */
@ConfigMapping(prefix = "handshake")
public interface WebConfig {

    /** The portal's public URL, {@code https://host}; required for links in mails. */
    Optional<URI> publicUrl();

    /** Secret key that signs download links and flash messages. */
    String signingKey();

    /** Contact shown on pages: a mail address or a sentence. */
    String supportContact();

    /** Whether pages say that they are a demo. Templates read it by its name. */
    boolean demo();
}
