package dev.handshake.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;

/** Assertions about the format detected in a file. */
final class FormatAssertions {

    private FormatAssertions() {}

    static DiskImageInfo inspect(byte[] file) {
        FormatInspector probe = new FormatInspector();
        probe.update(file, 0, file.length);
        return probe.result();
    }

    static void assertAccepted(DiskFormat format, long virtualSize, byte[] file) {
        DiskImageInfo facts = inspect(file);
        assertEquals(new DiskImageInfo(format, file.length, virtualSize, facts.isGuess()), facts);
    }

    static void assertCompressed(String word, String command, byte[] file) {
        RefusedException refused = assertThrows(RefusedException.class, () -> inspect(file));
        assertEquals(Reason.FILE_COMPRESSED.message(word, command), refused.message());
    }

    static void assertNotADisk(String word, byte[] file) {
        RefusedException refused = assertThrows(RefusedException.class, () -> inspect(file));
        assertEquals(Reason.FILE_NOT_A_DISK, refused.reason());
        assertTrue(refused.message().startsWith("The file is " + word + ", not a disk image. "), refused.message());
    }

    static void assertRefused(Reason reason, String word, byte[] file) {
        RefusedException refused = assertThrows(RefusedException.class, () -> inspect(file));
        assertEquals(reason.message(word), refused.message());
        assertEquals(reason, refused.reason());
    }

    static void assertRefused(Reason reason, byte[] file) {
        assertRefused(reason, "", file);
    }
}
