package dev.handshake.imagedata;

import dev.handshake.disk.DiskImageInfo;
import dev.handshake.disk.FormatInspector;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.StoredFile;
import dev.handshake.store.ImageStore;
import dev.handshake.web.Formats;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Copies a disk image file to the store while computing its digests and detecting its format. */
class HashingCopy {

    private final MessageDigest md5 = digest("MD5");
    private final MessageDigest sha512 = digest("SHA-512");
    private final FormatInspector probe = new FormatInspector();
    private final ImageStore.PendingUpload target;
    private final long maxSize;
    private final DiskImageInfo whenEmpty;
    private final LongConsumer progress;
    private long size;

    /**
     * @param maxSize maximum size of the file in bytes
     * @param whenEmpty what an empty file is stored as; null if it is refused
     * @param progress is called with the number of bytes received so far
     */
    HashingCopy(ImageStore.PendingUpload target, long maxSize, DiskImageInfo whenEmpty, LongConsumer progress) {
        this.target = target;
        this.maxSize = maxSize;
        this.whenEmpty = whenEmpty;
        this.progress = progress;
    }

    /**
     * Reads {@code file} to its end, in constant memory.
     *
     * @throws RefusedException one of the {@code FILE_} reasons
     */
    StoredFile copyAll(InputStream file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int read; (read = file.read(buffer)) >= 0; ) {
            process(buffer, read);
        }
        DiskImageInfo facts = size == 0 && whenEmpty != null ? whenEmpty : probe.result();
        return new StoredFile(target.key, facts, hex(md5), hex(sha512));
    }

    private void process(byte[] buffer, int length) throws IOException {
        size += length;
        if (size > maxSize) {
            throw new RefusedException(Reason.FILE_TOO_LARGE, Formats.bytes(maxSize));
        }
        progress.accept(size);
        md5.update(buffer, 0, length);
        sha512.update(buffer, 0, length);
        probe.update(buffer, 0, length);
        target.write(buffer, 0, length);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
