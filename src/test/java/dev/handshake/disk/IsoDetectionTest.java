package dev.handshake.disk;

import static dev.handshake.disk.FormatAssertions.assertAccepted;
import static dev.handshake.disk.FormatAssertions.assertRefused;

import dev.handshake.error.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is an ISO, whatever it begins with. */
class IsoDetectionTest {

    @Test
    void an_iso_is_taken_with_the_size_of_the_file() {
        byte[] file = DiskFiles.iso("INSTALL");
        assertAccepted(DiskFormat.ISO, file.length, file);
    }

    @Test
    void an_iso_that_boots_from_a_stick_too_is_an_iso() {
        byte[] file = DiskFiles.iso("INSTALL");
        file[510] = 0x55;
        file[511] = (byte) 0xaa;
        assertAccepted(DiskFormat.ISO, file.length, file);
    }

    @Test
    void an_iso_cut_off_in_its_descriptor_is_damaged() {
        assertRefused(Reason.FILE_DAMAGED, "iso", Arrays.copyOf(DiskFiles.iso("INSTALL"), 34_815));
    }

    @Test
    void an_iso_that_begins_as_a_program_is_an_iso() {
        byte[] file = DiskFiles.iso("INSTALL");
        put(file, 0, "MZ");
        put(file, 0x3c, "@");
        put(file, 0x40, "PE\0\0");
        assertAccepted(DiskFormat.ISO, file.length, file);
    }

    @Test
    void an_iso_shorter_than_its_volume_is_cut_off() {
        byte[] file = DiskFiles.iso("INSTALL");
        assertRefused(Reason.FILE_TRUNCATED, "iso", Arrays.copyOf(file, file.length - 2048));
    }

    @ParameterizedTest
    @CsvSource({"QFI\u00fb, qcow2", "KDMV, vmdk", "conectix, vhd", "vhdxfile, vhdx"})
    void an_iso_that_begins_as_another_format_is_refused(String signature, String word) {
        byte[] file = DiskFiles.iso("INSTALL");
        put(file, 0, signature);
        assertRefused(Reason.FILE_DAMAGED, word + " and iso", file);
    }

    @Test
    void an_iso_that_begins_as_a_luks_volume_is_refused() {
        byte[] file = DiskFiles.iso("INSTALL");
        put(file, 0, "LUKS\u00ba\u00be");
        assertRefused(Reason.FILE_DAMAGED, "iso and an encrypted LUKS volume", file);
    }

    private static void put(byte[] file, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, file, at, bytes.length);
    }
}
