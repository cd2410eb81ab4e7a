package dev.handshake.imagedata;

/**
 * Something that stored data is needed for. Data that nothing uses is taken away.
 *
 * <p>It says how to ask and does not ask itself: all uses are asked in one statement, which sees one moment. Data that
 * is handed on just then, from an image to a server say, would be missed by two questions one after the other.
 */
public interface DataReferences {

    /** SQL that selects those keys of {@code :data} in {@code :region} that are used. */
    String sql();
}
