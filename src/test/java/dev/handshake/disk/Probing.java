package dev.handshake.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;

/** Puts a whole file through a probe and says what should come out. */
final class Probing {

    private Probing() {}

    static DiskFacts facts(byte[] file) {
        DiskProbe probe = new DiskProbe();
        probe.update(file, 0, file.length);
        return probe.facts();
    }

    static void assertTaken(DiskFormat format, long virtualSize, byte[] file) {
        DiskFacts facts = facts(file);
        assertEquals(new DiskFacts(format, file.length, virtualSize, facts.isGuess()), facts);
    }

    static void assertPacked(String word, String command, byte[] file) {
        Refused refused = assertThrows(Refused.class, () -> facts(file));
        assertEquals(Reason.FILE_COMPRESSED.sentence(word, command), refused.sentence());
    }

    static void assertNoDisk(String word, byte[] file) {
        Refused refused = assertThrows(Refused.class, () -> facts(file));
        assertEquals(Reason.FILE_NO_DISK, refused.reason());
        assertTrue(refused.sentence().startsWith("The file is " + word + ", not a disk image. "), refused.sentence());
    }

    static void assertRefused(Reason reason, String word, byte[] file) {
        Refused refused = assertThrows(Refused.class, () -> facts(file));
        assertEquals(reason.sentence(word), refused.sentence());
        assertEquals(reason, refused.reason());
    }

    static void assertRefused(Reason reason, byte[] file) {
        assertRefused(reason, "", file);
    }
}
