package dev.handshake.web;

import dev.handshake.config.SettingConverters.Flag;
import dev.handshake.config.SettingConverters.Text;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.net.URI;
import java.util.Optional;

/** The public face of the portal, and its signing key. */
@ConfigMapping(prefix = "handshake")
public interface WebConfig {

    /** The portal's public URL, {@code https://host}; required for links in mails. */
    Optional<@WithConverter(PublicUrlConverter.class) URI> publicUrl();

    /** Secret key that signs download links and flash messages. */
    String signingKey();

    /** Contact shown on pages: a mail address or a sentence. */
    @WithConverter(Text.class)
    String supportContact();

    /** Whether pages say that they are a demo. Templates read it by its name. */
    @WithConverter(Flag.class)
    boolean demo();
}
