package dev.handshake.notification;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of abuse reports. */
@ConfigMapping(prefix = "handshake.abuse")
interface AbuseConfig {

    /** The mail address that new reports are sent to. */
    Optional<String> mailTo();
}
