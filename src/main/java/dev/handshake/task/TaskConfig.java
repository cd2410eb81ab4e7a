package dev.handshake.task;

import dev.handshake.config.SettingConverters.PositiveDuration;
import dev.handshake.config.SettingConverters.PositiveInt;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Settings of background tasks. */
@ConfigMapping(prefix = "handshake.tasks")
interface TaskConfig {

    /** Tasks one replica runs at once. */
    @WithConverter(PositiveInt.class)
    int maxConcurrent();

    /** Unfinished tasks of one account and kind. */
    @WithConverter(PositiveInt.class)
    int maxPerAccount();

    /** How often a replica looks for tasks and renews its leases. The scheduler reads it by its name. */
    @WithConverter(PositiveDuration.class)
    Duration pollInterval();

    /** A replica that does not renew its leases for this long counts as dead. */
    @WithConverter(PositiveDuration.class)
    Duration leaseDuration();
}
