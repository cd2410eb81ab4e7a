package dev.handshake.reminder;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What the operator says of reminders. */
@ConfigMapping(prefix = "handshake.reminders")
interface ReminderConfig {

    /** Between two of them. */
    Duration minInterval();

    /** For one offer. */
    int maxPerOffer();
}
