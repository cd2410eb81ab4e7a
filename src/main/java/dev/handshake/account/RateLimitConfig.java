package dev.handshake.account;

import io.smallrye.config.ConfigMapping;

/** Rate limits per replica; 0 means no limit. */
@ConfigMapping(prefix = "handshake.rate-limit")
public interface RateLimitConfig {

    /** Offers of one account: images times account numbers. */
    long offersPerHour();

    /** Decisions on invitations that change something. */
    long decisionsPerHour();

    /** Members removed. */
    long removalsPerHour();

    /** Images deactivated or reactivated. */
    long deactivationsPerHour();

    long labelsPerHour();

    /** Uploads and imports started. */
    long uploadsPerHour();

    /** Sign-ins completed from one client address. */
    long signInsPerMinute();
}
