package dev.handshake.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Reads an object in parts, so that no connection stays open for hours. A broken connection is resumed where it broke.
 */
class S3RangedInputStream extends InputStream {

    private static final Logger LOG = Logger.getLogger(S3RangedInputStream.class);
    /** Consecutive failures to read any byte of a part. */
    private static final int MAX_FAILURES = 3;

    private final S3Bucket bucket;
    private final String name;
    private final long partSize;
    private ResponseInputStream<GetObjectResponse> part;
    private long position;
    private long size;
    private int failures;

    /**
     * @param position byte offset to start at
     * @param partSize bytes per request
     */
    S3RangedInputStream(S3Bucket bucket, String name, long position, long partSize) throws IOException {
        this.bucket = bucket;
        this.name = name;
        this.partSize = partSize;
        this.position = position;
        try {
            openPart();
        } catch (EOFException end) {
            size = position;
        }
    }

    private void openPart() throws IOException {
        part = bucket.read(name, "bytes=" + position + "-" + (position + partSize - 1));
        String range = part.response().contentRange();
        size = Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (length > 0 && position < size) {
            int read = readPart(buffer, offset, length);
            if (read > 0) {
                position += read;
                failures = 0;
                return read;
            }
            reopenPart();
        }
        return length == 0 ? 0 : -1;
    }

    /** Returns the bytes read, or -1 if the part ended or broke. */
    private int readPart(byte[] buffer, int offset, int length) {
        try {
            return part.read(buffer, offset, length);
        } catch (IOException failed) {
            LOG.debugf(failed, "Reading %s broke at %s", name, position);
            return -1;
        }
    }

    private void reopenPart() throws IOException {
        if (failures++ == MAX_FAILURES) {
            throw new StoreUnavailableException(name + " breaks at byte " + position + " again and again", null);
        }
        close();
        openPart();
    }

    /** Aborts at once instead of reading the rest of the part. */
    @Override
    public void close() {
        if (part != null) {
            part.abort();
        }
    }
}
