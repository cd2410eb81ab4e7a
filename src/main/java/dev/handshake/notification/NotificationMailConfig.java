package dev.handshake.notification;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of mail about notifications. */
@ConfigMapping(prefix = "handshake.notifications.mail")
public interface NotificationMailConfig {

    boolean enabled();

    /** How often a replica looks for mail to send. The scheduler reads it by its name. */
    Duration pollInterval();

    /** The time between two mails about the same thing. */
    Duration minInterval();

    /** A replica that reports no result of a mail for this long counts as dead. */
    Duration leaseDuration();

    /** How long a mail is retried that the mail server neither accepts nor refuses permanently. */
    Duration retryFor();
}
