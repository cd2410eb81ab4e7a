package dev.handshake.quota;

/**
 * How much of everything that a {@link Quota} limits: what an account has, what it may have, or what is to be added.
 *
 * @param storage bytes
 */
public record QuotaAmounts(long images, long storage, long snapshots, long servers) {

    static final QuotaAmounts NONE = new QuotaAmounts(0, 0, 0, 0);

    public static final QuotaAmounts SERVER = new QuotaAmounts(0, 0, 0, 1);

    /** An image without data yet. */
    public static final QuotaAmounts IMAGE = image(0);

    /** An image with that many bytes of data. */
    public static QuotaAmounts image(long bytes) {
        return new QuotaAmounts(1, bytes, 0, 0);
    }

    public static QuotaAmounts snapshot(long bytes) {
        return new QuotaAmounts(1, bytes, 1, 0);
    }

    /** Data for an image that is there. */
    public static QuotaAmounts data(long bytes) {
        return new QuotaAmounts(0, bytes, 0, 0);
    }
}
