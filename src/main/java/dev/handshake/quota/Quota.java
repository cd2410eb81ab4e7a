package dev.handshake.quota;

import dev.handshake.web.Formats;
import java.util.function.ToLongFunction;

/** The limited resources of an account, each per region. */
public enum Quota {
    /** All images it owns: base images, imports and snapshots, with or without data. */
    IMAGES(QuotaAmounts::images, "images"),
    /** Bytes of the images it owns, as on its bill. */
    STORAGE(QuotaAmounts::storage, "storage") {
        @Override
        public String formatUsage(long used, long limit) {
            String[] has = Formats.bytes(used).split(" ");
            String[] may = Formats.bytes(limit).split(" ");
            boolean sameUnit = has[1].equals(may[1]) || used == 0;
            return (sameUnit ? has[0] : String.join(" ", has)) + " of " + String.join(" ", may);
        }
    },
    SNAPSHOTS(QuotaAmounts::snapshots, "snapshots"),
    /** Servers that are not deleted. */
    SERVERS(QuotaAmounts::servers, "servers");

    private final ToLongFunction<QuotaAmounts> amount;
    private final String label;

    Quota(ToLongFunction<QuotaAmounts> amount, String label) {
        this.amount = amount;
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** {@code 37 of 50 images}, {@code 212 of 500 GiB}. */
    public String formatUsage(long used, long limit) {
        return used + " of " + limit + " " + label;
    }

    long amountOf(QuotaAmounts amounts) {
        return amount.applyAsLong(amounts);
    }
}
