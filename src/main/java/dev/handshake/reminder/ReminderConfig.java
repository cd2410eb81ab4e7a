package dev.handshake.reminder;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of reminders. */
@ConfigMapping(prefix = "handshake.reminders")
interface ReminderConfig {

    /** Minimum time between two reminders of an offer. */
    Duration minInterval();

    /** Maximum number of reminders of an offer. */
    int maxPerOffer();
}
