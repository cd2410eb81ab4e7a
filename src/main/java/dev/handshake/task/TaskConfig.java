package dev.handshake.task;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of background tasks. */
@ConfigMapping(prefix = "handshake.tasks")
interface TaskConfig {

    /** Tasks one replica runs at once. */
    int maxConcurrent();

    /** Unfinished tasks of one account and kind. */
    int maxPerAccount();

    /** How often a replica looks for tasks and renews its leases. The scheduler reads it by its name. */
    Duration pollInterval();

    /** A replica that does not renew its leases for this long counts as dead. */
    Duration leaseDuration();
}
