package dev.handshake.account;

import dev.handshake.config.SettingConverters.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;

/** Settings of sign-in. */
@ConfigMapping(prefix = "handshake.sign-in")
interface SignInConfig {

    /** The age at which an ID token counts as expired, regardless of its own expiry. */
    @WithConverter(PositiveDuration.class)
    Duration idTokenTtl();
}
