package dev.handshake.image;

import dev.handshake.disk.DiskFacts;
import dev.handshake.disk.DiskProbe;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.store.ImageStore;
import dev.handshake.web.Formats;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Copies a disk image file to where it is kept, and learns what it is while its bytes go by. */
class Copying {

    private final MessageDigest md5 = digest("MD5");
    private final MessageDigest sha512 = digest("SHA-512");
    private final DiskProbe probe = new DiskProbe();
    private final ImageStore.Draft place;
    private final long largest;
    private final DiskFacts whenEmpty;
    private final LongConsumer arriving;
    private long size;

    /**
     * @param largest bytes that a file may have
     * @param whenEmpty what a file without a byte is; null where it is refused
     * @param arriving is told how many bytes came so far
     */
    Copying(ImageStore.Draft place, long largest, DiskFacts whenEmpty, LongConsumer arriving) {
        this.place = place;
        this.largest = largest;
        this.whenEmpty = whenEmpty;
        this.arriving = arriving;
    }

    /**
     * Reads {@code file} to its end, in constant memory.
     *
     * @throws RefusedException one of the {@code FILE_} reasons
     */
    ImageData all(InputStream file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int read; (read = file.read(buffer)) >= 0; ) {
            take(buffer, read);
        }
        DiskFacts facts = size == 0 && whenEmpty != null ? whenEmpty : probe.facts();
        return new ImageData(place.key, facts, hex(md5), hex(sha512));
    }

    private void take(byte[] buffer, int length) throws IOException {
        size += length;
        if (size > largest) {
            throw new RefusedException(Reason.FILE_TOO_LARGE, Formats.bytes(largest));
        }
        arriving.accept(size);
        md5.update(buffer, 0, length);
        sha512.update(buffer, 0, length);
        probe.update(buffer, 0, length);
        place.write(buffer, 0, length);
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
