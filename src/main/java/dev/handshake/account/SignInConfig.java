package dev.handshake.account;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The session of somebody who is signed in. */
@ConfigMapping(prefix = "handshake.sign-in")
interface SignInConfig {

    /** After this time an ID token counts as expired, whatever it says. */
    Duration idTokenTtl();
}
