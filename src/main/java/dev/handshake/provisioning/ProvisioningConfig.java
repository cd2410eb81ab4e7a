package dev.handshake.provisioning;

import dev.handshake.config.SettingConverters.PositiveDuration;
import dev.handshake.config.SettingConverters.PositiveInt;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Settings of what is asked of compute services. */
@ConfigMapping(prefix = "handshake.compute")
interface ProvisioningConfig {

    /** The longest time of one call. */
    @WithConverter(PositiveDuration.class)
    Duration timeout();

    /** Calls of one replica to one region at a time; half of them are for what was asked for. */
    @WithConverter(PositiveInt.class)
    int maxConcurrent();

    /** How often a replica looks for requests to pass on. The scheduler reads it by its name. */
    @WithConverter(PositiveDuration.class)
    Duration actionInterval();

    /** A replica that reports no result for this long after the calls of an attempt counts as dead. */
    @WithConverter(PositiveDuration.class)
    Duration leaseDuration();

    /** The time until the second attempt; it doubles with each further one. */
    @WithConverter(PositiveDuration.class)
    Duration retryDelay();

    /** How long a request is tried. */
    @WithConverter(PositiveDuration.class)
    Duration retryFor();

    /** How often an account's servers are listed. */
    @WithConverter(PositiveDuration.class)
    Duration pollInterval();

    /** Accounts that one replica asks about in a second. */
    @WithConverter(PositiveInt.class)
    int maxPollsPerSecond();
}
