package dev.handshake.reminder;

import dev.handshake.config.SettingConverters.NonNegativeDuration;
import dev.handshake.config.SettingConverters.NonNegativeInt;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Settings of reminders. */
@ConfigMapping(prefix = "handshake.reminders")
interface ReminderConfig {

    /** Minimum time between two reminders of an offer. */
    @WithConverter(NonNegativeDuration.class)
    Duration minInterval();

    /** Maximum number of reminders of an offer. */
    @WithConverter(NonNegativeInt.class)
    int maxPerOffer();
}
