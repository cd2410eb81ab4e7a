package dev.handshake.account;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of sign-in. */
@ConfigMapping(prefix = "handshake.sign-in")
interface SignInConfig {

    /** The age at which an ID token counts as expired, regardless of its own expiry. */
    Duration idTokenTtl();
}
