package dev.handshake.quota;

/**
 * An amount of each {@link Quota}: used, allowed, or to be added.
 *
 * @param storage in bytes
 */
public record QuotaAmounts(long images, long storage, long snapshots, long servers) {

    static final QuotaAmounts NONE = new QuotaAmounts(0, 0, 0, 0);

    public static final QuotaAmounts SERVER = new QuotaAmounts(0, 0, 0, 1);

    /** An image without data. */
    public static final QuotaAmounts IMAGE = image(0);

    /** An image with data of this size. */
    public static QuotaAmounts image(long bytes) {
        return new QuotaAmounts(1, bytes, 0, 0);
    }

    public static QuotaAmounts snapshot(long bytes) {
        return new QuotaAmounts(1, bytes, 1, 0);
    }

    /** Data for an existing image. */
    public static QuotaAmounts data(long bytes) {
        return new QuotaAmounts(0, bytes, 0, 0);
    }
}
