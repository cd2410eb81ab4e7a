package dev.handshake.disk;

import static dev.handshake.disk.Probing.assertRefused;
import static dev.handshake.disk.Probing.assertTaken;

import dev.handshake.refusal.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskRecognitionTest {

    private static final long SIZE = 10L << 30;

    @Test
    void an_iso_is_taken_with_the_size_of_the_file() {
        byte[] file = DiskFiles.iso("INSTALL");
        assertTaken(DiskFormat.ISO, file.length, file);
    }

    @Test
    void an_iso_that_boots_from_a_stick_too_is_an_iso() {
        byte[] file = DiskFiles.iso("INSTALL");
        file[510] = 0x55;
        file[511] = (byte) 0xaa;
        assertTaken(DiskFormat.ISO, file.length, file);
    }

    @Test
    void an_iso_cut_off_in_its_descriptor_is_damaged() {
        assertRefused(Reason.FILE_DAMAGED, "iso", Arrays.copyOf(DiskFiles.iso("INSTALL"), 34_815));
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, 1f8b0800",
        "xz, fd377a585a00",
        "bzip2, 425a6839314159265359",
        "zstd, 28b52ffd",
        "zip, 504b0304",
        "7z, 377abcaf271c",
        "lz4, 04224d18"
    })
    void an_archive_is_refused_by_name(String name, String start) {
        byte[] file = Arrays.copyOf(HexFormat.of().parseHex(start), 4096);
        assertRefused(Reason.FILE_COMPRESSED, name, file);
    }

    @Test
    void a_tar_or_ova_is_refused_by_name() {
        byte[] file = new byte[10_240];
        put(file, 0, "machine.ovf");
        put(file, 257, "ustar");
        assertRefused(Reason.FILE_COMPRESSED, "tar", file);
    }

    @ParameterizedTest
    @CsvSource({
        "a QED image, 51454400",
        "a Parallels disk, 576974686f757446726565537061636500",
        "a Parallels disk, 576974686f75467265537061634578740200",
        "an encrypted LUKS volume, 4c554b53babe0001",
        "an ESX sparse disk, 434f574401000000",
        "a Bochs disk, 426f636873205669727475616c20484420496d61676500",
        "a cloop image, 23212f62696e2f73680a2356322e3020466f726d61740a6d6f6470726f626520636c6f6f70"
    })
    void what_no_cloud_takes_is_refused_by_name(String name, String start) {
        byte[] file = Arrays.copyOf(HexFormat.of().parseHex(start), 4096);
        assertRefused(Reason.FILE_NOT_SUPPORTED, name, file);
    }

    @Test
    void an_iso_shorter_than_its_volume_is_cut_off() {
        byte[] file = DiskFiles.iso("INSTALL");
        assertRefused(Reason.FILE_INCOMPLETE, "iso", Arrays.copyOf(file, file.length - 2048));
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

    @Test
    void a_vdi_that_begins_as_a_qcow2_is_refused() {
        byte[] file = DiskFiles.vdi(SIZE);
        System.arraycopy(DiskFiles.qcow2(SIZE), 0, file, 0, 64);
        assertRefused(Reason.FILE_DAMAGED, "qcow2 and vdi", file);
    }

    @Test
    void a_qcow2_that_ends_as_a_vhd_is_refused() {
        byte[] file = Arrays.copyOf(DiskFiles.qcow2(SIZE), (256 << 10) + 512);
        System.arraycopy(VhdFile.footer(1 << 16, 2, -1), 0, file, 256 << 10, 512);
        assertRefused(Reason.FILE_DAMAGED, "qcow2 and vhd", file);
    }

    @Test
    void a_tar_that_begins_as_a_qcow2_is_refused() {
        byte[] file = DiskFiles.qcow2(SIZE);
        put(file, 257, "ustar");
        assertRefused(Reason.FILE_DAMAGED, "qcow2 and tar", file);
    }

    private static void put(byte[] file, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, file, at, bytes.length);
    }
}
