package dev.handshake.quota;

import dev.handshake.web.Formats;
import java.util.function.ToLongFunction;

/** What of an account is limited in each region. */
public enum Quota {
    /** Whatever it owns: base images, imports and snapshots, with data or still without. */
    IMAGES(Amounts::images, "images"),
    /** Bytes of the images that it owns, as its bill counts them. */
    STORAGE(Amounts::storage, "storage") {
        @Override
        public String used(long used, long limit) {
            String[] has = Formats.bytes(used).split(" ");
            String[] may = Formats.bytes(limit).split(" ");
            boolean sameUnit = has[1].equals(may[1]) || used == 0;
            return (sameUnit ? has[0] : String.join(" ", has)) + " of " + String.join(" ", may);
        }
    },
    SNAPSHOTS(Amounts::snapshots, "snapshots"),
    /** Those that are not deleted. */
    SERVERS(Amounts::servers, "servers");

    private final ToLongFunction<Amounts> amount;
    private final String label;

    Quota(ToLongFunction<Amounts> amount, String label) {
        this.amount = amount;
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** {@code 37 of 50 images}, {@code 212 of 500 GiB}. */
    public String used(long used, long limit) {
        return used + " of " + limit + " " + label;
    }

    long of(Amounts amounts) {
        return amount.applyAsLong(amounts);
    }
}
