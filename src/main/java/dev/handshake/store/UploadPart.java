package dev.handshake.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Buffers the current part of an upload until it is full. The buffer is a temporary file, so that memory use does not
 * grow with the number of uploads. The file is deleted while open, so that nothing stays behind if the process dies.
 */
class UploadPart implements Closeable {

    private final RandomAccessFile file;
    private final MessageDigest md5;
    private long size;

    private UploadPart(RandomAccessFile file, MessageDigest md5) {
        this.file = file;
        this.md5 = md5;
    }

    static UploadPart create() throws IOException {
        Path path = Files.createTempFile("handshake", ".part");
        try {
            // not a FileChannel, which is closed by the interrupts that the SDK uses for timeouts
            return new UploadPart(new RandomAccessFile(path.toFile(), "rw"), MessageDigest.getInstance("MD5"));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        } finally {
            Files.delete(path);
        }
    }

    long size() {
        return size;
    }

    void append(byte[] bytes, int offset, int length) throws IOException {
        file.write(bytes, offset, length);
        md5.update(bytes, offset, length);
        size += length;
    }

    /** The base64 MD5 of the bytes added since the last call. */
    String takeMd5() {
        return Base64.getEncoder().encodeToString(md5.digest());
    }

    /** The whole part, readable again for each retry. */
    RequestBody toRequestBody() {
        return RequestBody.fromContentProvider(PartInputStream::new, size, "application/octet-stream");
    }

    void reset() throws IOException {
        file.seek(0);
        size = 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private class PartInputStream extends InputStream {

        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (position == size) {
                return -1;
            }
            file.seek(position);
            int read = file.read(buffer, offset, (int) Math.min(length, size - position));
            position += read;
            return read;
        }
    }
}
