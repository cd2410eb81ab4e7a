package dev.handshake.web;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** How the portal shows itself, and what it signs with. */
@ConfigMapping(prefix = "handshake")
public interface WebConfig {

    /** Where people reach the portal: {@code https://host}. Mails need it for their links. */
    Optional<URI> publicUrl();

    /** Signs download links and flash messages; a secret. */
    String signingKey();

    /** Whom pages tell people to ask: a mail address or a sentence. */
    String supportContact();

    /** Whether pages say that they are a demo. Templates read it by its name. */
    boolean demo();
}
