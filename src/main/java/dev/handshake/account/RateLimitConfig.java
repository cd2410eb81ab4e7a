package dev.handshake.account;

import dev.handshake.config.SettingConverters.NonNegativeLong;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;

/** Rate limits per replica; 0 means no limit. */
@ConfigMapping(prefix = "handshake.rate-limit")
public interface RateLimitConfig {

    /** Offers of one account: images times account numbers. */
    @WithConverter(NonNegativeLong.class)
    long offersPerHour();

    /** Decisions on invitations that change something. */
    @WithConverter(NonNegativeLong.class)
    long decisionsPerHour();

    /** Members removed. */
    @WithConverter(NonNegativeLong.class)
    long removalsPerHour();

    /** Images deactivated or reactivated. */
    @WithConverter(NonNegativeLong.class)
    long deactivationsPerHour();

    @WithConverter(NonNegativeLong.class)
    long labelsPerHour();

    /** Uploads and imports started. */
    @WithConverter(NonNegativeLong.class)
    long uploadsPerHour();

    /** Sign-ins completed from one client address. */
    @WithConverter(NonNegativeLong.class)
    long signInsPerMinute();
}
