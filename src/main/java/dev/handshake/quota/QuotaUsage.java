package dev.handshake.quota;

import dev.handshake.web.Formats;

/**
 * An account's usage of one quota in one region.
 *
 * @param used in bytes for {@link Quota#STORAGE}, otherwise a count
 * @param limit in the same unit, 0 for no limit
 */
public record QuotaUsage(Quota quota, long used, long limit) {

    /** {@code 37 of 50 images}. */
    public String describe() {
        return quota.formatUsage(used, limit);
    }

    public boolean isLimited() {
        return limit > 0;
    }

    boolean hasRoomFor(long more) {
        return !isLimited() || more == 0 || used + more <= limit;
    }

    /** Without the quota's name, for a table: {@code 37 of 50}, {@code 212 of 500 GiB}, {@code 37}. */
    public String shortText() {
        String amount = quota == Quota.STORAGE ? Formats.bytes(used) : String.valueOf(used);
        return isLimited() ? describe().replace(" " + quota.label(), "") : amount;
    }
}
