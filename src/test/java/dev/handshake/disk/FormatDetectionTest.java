package dev.handshake.disk;

import static dev.handshake.disk.FormatAssertions.assertAccepted;
import static dev.handshake.disk.FormatAssertions.assertCompressed;
import static dev.handshake.disk.FormatAssertions.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.error.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatDetectionTest {

    private static final long SIZE = 10L << 30;

    @ParameterizedTest
    @CsvSource({
        "gzip, gunzip, 1f8b0800",
        "compress, uncompress, 1f9d90",
        "xz, unxz, fd377a585a00",
        "bzip2, bunzip2, 425a6839314159265359",
        "zstd, unzstd, 28b52ffd",
        "zstd, unzstd, 27b52ffd",
        "zstd, unzstd, 502a4d180400000001020304 28b52ffd",
        "zstd, unzstd, 5f2a4d1800000000 532a4d180100000000 28b52ffd",
        "lz4, unlz4, 04224d18",
        "lz4, unlz4, 02214c18",
        "lz4, unlz4, 502a4d180400000001020304 04224d18",
        "lzma, unlzma, 5d00008000ffffffffffffffff00",
        "lzma, unlzma, 5d00000004 0000100000000000 00",
        "lzip, lzip -d, 4c5a495001",
        "lzop, lzop -d, 894c5a4f000d0a1a0a",
        "lrzip, lrunzip, 4c525a490006",
        "zip, unzip, 504b0304",
        "zip, unzip, 504b0708504b0304",
        "7z, 7z x, 377abcaf271c",
        "rar, unrar x, 526172211a0700cf90",
        "rar, unrar x, 526172211a070100",
        "arj, arj x, 60ea2a001e0b0102",
        "lha, lha x, 24f52d6c68352d",
        "cab, cabextract, 4d53434600000000",
        "wim, wimlib-imagex apply, 4d5357494d000000",
        "cpio, cpio -i, 303730373031",
        "cpio, cpio -i, 303730373032",
        "cpio, cpio -i, 303730373037",
        "cpio, cpio -i, c771 000000000000000000000000000000000000 0200 00000000 6100",
        "cpio, cpio -i, 71c7 000000000000000000000000000000000000 0002 00000000 6100",
        "ar, ar x, 213c617263683e0a64656269616e2d62696e617279",
        "rpm, rpm2cpio, edabeedb03",
        "xar, xar -xf, 78617221001c",
        "Proxmox vma, vma extract, 564d4100",
        "partclone, partclone.restore, 70617274636c6f6e652d696d616765"
    })
    void an_archive_is_refused_by_name(String name, String command, String start) {
        byte[] file = Arrays.copyOf(HexFormat.of().parseHex(start.replace(" ", "")), 4096);
        assertCompressed(name, command, file);
    }

    @Test
    void a_zlib_stream_is_refused_by_name() {
        byte[] packed = new byte[1024];
        Deflater deflater = new Deflater();
        deflater.setInput(DiskFiles.raw(1 << 20));
        assertEquals(1024, deflater.deflate(packed));
        deflater.end();
        assertCompressed("zlib", "zlib-flate -uncompress", packed);
    }

    @Test
    void a_tar_or_ova_is_refused_by_name() {
        byte[] file = new byte[10_240];
        put(file, 0, "machine.ovf");
        put(file, 257, "ustar");
        assertCompressed("tar", "tar -xf", file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5d00008000ffffffffffffffff01",
                "5d00008100ffffffffffffffff00",
                "5d00000000ffffffffffffffff00",
                "c7710000",
                "7801ffff",
                "60ea0000"
            })
    void a_disk_that_begins_like_a_packing_is_raw(String start) {
        assertAccepted(DiskFormat.RAW, 4096, Arrays.copyOf(HexFormat.of().parseHex(start), 4096));
    }

    @ParameterizedTest
    @CsvSource({
        "a QED image, 51454400",
        "a Parallels disk, 576974686f757446726565537061636500",
        "a Parallels disk, 576974686f75467265537061634578740200",
        "an encrypted LUKS volume, 4c554b53babe0001",
        "an ESX sparse disk, 434f574401000000",
        "a Bochs disk, 426f636873205669727475616c20484420496d61676500",
        "an ESXi SE sparse disk, bebafeca0000000001000000",
        "a User-mode Linux COW file, 4f4f4f4d00000002",
        "an Apple disk image (dmg), 656e637263647361",
        "an Apple sparse image, 7370727300030000",
        "an EWF (EnCase) image, 455646090d0aff00",
        "an EWF (EnCase) image, 455646320d0a8100",
        "an AFF image, 41464631300d0a00",
        "an Android sparse image, 3aff26ed01000000",
        "a raw disc copy (bin), 00ffffffffffffffffffff00000200",
        "a compressed disc image (cso), 4349534f00000000",
        "a cloop image, 23212f62696e2f73680a2356322e3020466f726d61740a6d6f6470726f626520636c6f6f70"
    })
    void what_no_cloud_takes_is_refused_by_name(String name, String start) {
        byte[] file = Arrays.copyOf(HexFormat.of().parseHex(start), 4096);
        assertRefused(Reason.FILE_FORMAT_NOT_SUPPORTED, name, file);
    }

    @ParameterizedTest
    @CsvSource({"512, koly, an Apple disk image (dmg)", "12, NER5, a Nero disc image (nrg)"})
    void what_is_known_by_its_end_is_refused_by_name(int distance, String signature, String word) {
        byte[] file = new byte[8192];
        put(file, file.length - distance, signature);
        assertRefused(Reason.FILE_FORMAT_NOT_SUPPORTED, word, file);
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
