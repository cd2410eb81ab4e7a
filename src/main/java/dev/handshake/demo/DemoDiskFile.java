package dev.handshake.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/** Small disk image files with a valid format that boot nothing. */
class DemoDiskFile {

    static InputStream qcow2(int gibibytes) {
        byte[] file = noise(192 * 1024, gibibytes);
        ByteBuffer.wrap(file)
                .putInt(0x514649fb) // "QFI" and 0xfb
                .putInt(3)
                .putLong(0) // no backing file
                .putInt(0)
                .putInt(16) // clusters of 64 KiB
                .putLong(gibibytes * 1024L * 1024 * 1024)
                .putInt(0)
                .putInt(1)
                .putLong(128 * 1024)
                .putLong(64 * 1024)
                .putInt(1)
                .putInt(0)
                .putLong(0)
                .putLong(0) // no features
                .putLong(0)
                .putLong(0)
                .putInt(4)
                .putInt(104)
                .putLong(0); // no header extensions
        return new ByteArrayInputStream(file);
    }

    static InputStream raw(int mebibytes) {
        byte[] file = noise(mebibytes * 1024 * 1024, mebibytes);
        file[510] = 0x55;
        file[511] = (byte) 0xaa;
        return new ByteArrayInputStream(file);
    }

    private static byte[] noise(int size, int seed) {
        byte[] file = new byte[size];
        new Random(seed).nextBytes(file);
        return file;
    }
}
