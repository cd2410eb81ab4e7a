package dev.handshake.quota;

import dev.handshake.web.Formats;

/**
 * How much of one quota an account uses in one region.
 *
 * @param used bytes for {@link Quota#STORAGE}, else a number
 * @param limit the same, 0 where there is none
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

    /** The same for a table that names the quota itself: {@code 37 of 50}, {@code 212 of 500 GiB}, {@code 37}. */
    public String shortText() {
        String amount = quota == Quota.STORAGE ? Formats.bytes(used) : String.valueOf(used);
        return isLimited() ? describe().replace(" " + quota.label(), "") : amount;
    }
}
