package dev.handshake.webhook;

import dev.handshake.config.SettingConverters.NonNegativeInt;
import dev.handshake.config.SettingConverters.PositiveDuration;
import dev.handshake.config.SettingConverters.PositiveInt;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Settings of webhooks. */
@ConfigMapping(prefix = "handshake.webhooks")
interface WebhookConfig {

    /** In each region; 0 switches webhooks off. */
    @WithConverter(NonNegativeInt.class)
    int maxPerAccount();

    /** How often a replica looks for deliveries. The scheduler reads it by its name. */
    @WithConverter(PositiveDuration.class)
    Duration pollInterval();

    /** Webhooks that one replica sends to at once. */
    @WithConverter(PositiveInt.class)
    int maxConcurrent();

    /** The longest time of one attempt, from the lookup of the name to the response. */
    @WithConverter(PositiveDuration.class)
    Duration timeout();

    /** A replica that reports no result for this long after {@link #timeout} counts as dead. */
    @WithConverter(PositiveDuration.class)
    Duration leaseDuration();

    /** The time until the second attempt; it doubles with each further one. */
    @WithConverter(PositiveDuration.class)
    Duration retryDelay();

    /** How long a delivery is tried. */
    @WithConverter(PositiveDuration.class)
    Duration retryFor();

    /** After this time of nothing but failures a webhook is switched off. */
    @WithConverter(PositiveDuration.class)
    Duration switchOffAfter();

    /** Deliveries kept for each webhook. */
    @WithConverter(PositiveInt.class)
    int maxDeliveries();

    /** How long deliveries are kept. */
    @WithConverter(PositiveDuration.class)
    Duration retention();

    default boolean isEnabled() {
        return maxPerAccount() > 0;
    }
}
