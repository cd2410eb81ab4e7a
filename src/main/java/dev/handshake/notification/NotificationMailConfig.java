package dev.handshake.notification;

import dev.handshake.config.SettingConverters.Flag;
import dev.handshake.config.SettingConverters.NonNegativeDuration;
import dev.handshake.config.SettingConverters.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Settings of mail about notifications. */
@ConfigMapping(prefix = "handshake.notifications.mail")
public interface NotificationMailConfig {

    @WithConverter(Flag.class)
    boolean enabled();

    /** How often a replica looks for mail to send. The scheduler reads it by its name. */
    @WithConverter(PositiveDuration.class)
    Duration pollInterval();

    /** The time between two mails about the same thing. */
    @WithConverter(NonNegativeDuration.class)
    Duration minInterval();

    /** A replica that reports no result of a mail for this long counts as dead. */
    @WithConverter(PositiveDuration.class)
    Duration leaseDuration();

    /** How long a mail is retried that the mail server neither accepts nor refuses permanently. */
    @WithConverter(PositiveDuration.class)
    Duration retryFor();
}
