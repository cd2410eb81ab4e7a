package dev.handshake.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/** Files written by other programs, in {@code src/test/resources/disk}; large ones are compressed. */
public final class SampleFile {

    private SampleFile() {}

    public static byte[] load(String name) {
        try (InputStream plain = SampleFile.class.getResourceAsStream("/disk/" + name)) {
            return plain != null ? plain.readAllBytes() : decompress(name);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static byte[] decompress(String name) throws IOException {
        try (InputStream packed = SampleFile.class.getResourceAsStream("/disk/" + name + ".gz")) {
            return new GZIPInputStream(packed).readAllBytes();
        }
    }
}
