package dev.handshake.account;

import java.time.Duration;

/** Settings of sign-in with a given age of ID tokens. */
record FixedSignInConfig(Duration idTokenTtl) implements SignInConfig {

    @Override
    public Duration cacheTtl() {
        return Duration.ofHours(1);
    }

    @Override
    public long cacheMaxEntries() {
        return 10;
    }
}
