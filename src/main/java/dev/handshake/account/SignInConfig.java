package dev.handshake.account;

import dev.handshake.config.SettingConverters.NonNegativeDuration;
import dev.handshake.config.SettingConverters.NonNegativeLong;
import dev.handshake.config.SettingConverters.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Settings of sign-in. */
@ConfigMapping(prefix = "handshake.sign-in")
interface SignInConfig {

    /** The age at which an ID token counts as expired, regardless of its own expiry. */
    @WithConverter(PositiveDuration.class)
    Duration idTokenTtl();

    /** How long a verified session or access token is remembered, and no longer than it is valid; 0 for never. */
    @WithDefault("60s")
    @WithName("cache.ttl")
    @WithConverter(NonNegativeDuration.class)
    Duration cacheTtl();

    /** Maximum number of remembered sessions and access tokens. */
    @WithDefault("2000")
    @WithName("cache.max-entries")
    @WithConverter(NonNegativeLong.class)
    long cacheMaxEntries();
}
