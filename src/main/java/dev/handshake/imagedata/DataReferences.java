package dev.handshake.imagedata;

/**
 * A kind of reference that keeps stored data alive. Data without references is deleted.
 *
 * <p>Implementations provide SQL rather than run it, so that all kinds are queried in one statement and one database
 * snapshot. Separate queries could miss a reference that moves between them, for example from an image to a server.
 */
public interface DataReferences {

    /** SQL selecting those keys of {@code :data} in {@code :region} that are referenced. */
    String sql();
}
