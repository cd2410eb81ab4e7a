package dev.handshake.quota;

/**
 * How much of everything that a {@link Quota} limits: what an account has, what it may have, or what is to be added.
 *
 * @param storage bytes
 */
public record Amounts(long images, long storage, long snapshots, long servers) {

    static final Amounts NONE = new Amounts(0, 0, 0, 0);

    public static final Amounts SERVER = new Amounts(0, 0, 0, 1);

    /** An image without data yet. */
    public static final Amounts IMAGE = image(0);

    /** An image with that many bytes of data. */
    public static Amounts image(long bytes) {
        return new Amounts(1, bytes, 0, 0);
    }

    public static Amounts snapshot(long bytes) {
        return new Amounts(1, bytes, 1, 0);
    }

    /** Data for an image that is there. */
    public static Amounts data(long bytes) {
        return new Amounts(0, bytes, 0, 0);
    }
}
