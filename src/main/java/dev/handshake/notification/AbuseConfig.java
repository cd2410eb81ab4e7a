package dev.handshake.notification;

import dev.handshake.config.SettingConverters.MailAddress;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;

/** Settings of abuse reports. */
@ConfigMapping(prefix = "handshake.abuse")
interface AbuseConfig {

    /** The mail address that new reports are sent to. */
    Optional<@WithConverter(MailAddress.class) String> mailTo();
}
