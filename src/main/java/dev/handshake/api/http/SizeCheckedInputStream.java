package dev.handshake.api.http;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Checks data against its announced size: reading fails at the first excess byte or at an early end. */
class SizeCheckedInputStream extends FilterInputStream {

    private final long size;
    private long read;

    /** @param size in bytes */
    SizeCheckedInputStream(InputStream data, long size) {
        super(data);
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws RefusedException {@link Reason#FILE_SIZE_MISMATCH} */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = super.read(buffer, offset, length);
        read += Math.max(some, 0);
        if (read > size || some < 0 && read < size) {
            throw new RefusedException(Reason.FILE_SIZE_MISMATCH, size, read > size ? "more" : read);
        }
        return some;
    }
}
