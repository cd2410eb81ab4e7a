package dev.handshake.reminder;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What the operator says of reminders. */
@ConfigMapping(prefix = "handshake.reminders")
interface ReminderSettings {

    /** Between two of them. */
    Duration pause();

    /** For one offer. */
    int most();
}
