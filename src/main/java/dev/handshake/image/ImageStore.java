package dev.handshake.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;

/** Where the data of images is kept. Data is there whole or not at all. */
public interface ImageStore {

    /**
     * A place for the data of a new image. Nothing of it can be read until it is kept; closing it before that leaves
     * nothing behind.
     */
    Draft draft(String region, UUID image) throws IOException;

    /** @throws java.nio.file.NoSuchFileException where there is no such data (any more) */
    InputStream read(String region, UUID image) throws IOException;

    /** Takes the data away, if it is there. */
    void remove(String region, UUID image) throws IOException;

    /** Data on its way in. */
    abstract class Draft extends OutputStream {

        /** The data is complete and durable from here on. */
        abstract void keep() throws IOException;
    }
}
