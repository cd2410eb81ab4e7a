package dev.handshake.account;

import io.smallrye.config.ConfigMapping;

/** How often an account may do in an hour, at each replica, what writes history or tells others; 0 sets no limit. */
@ConfigMapping(prefix = "handshake.rate-limit")
public interface RateLimitConfig {

    /** Offers that one account makes at one replica: images times account numbers. */
    long offersPerHour();

    /** Answers to invitations that change something. */
    long decisionsPerHour();

    /** Members removed. */
    long removalsPerHour();

    /** Images deactivated or reactivated. */
    long deactivationsPerHour();

    long labelsPerHour();

    /** Uploads and imports that begin. */
    long uploadsPerHour();

    /** Sign-ins that begin from one client address at one replica. */
    long signInsPerMinute();
}
