package dev.handshake.disk;

import static dev.handshake.disk.FormatAssertions.assertAccepted;
import static dev.handshake.disk.FormatAssertions.assertCompressed;
import static dev.handshake.disk.FormatAssertions.assertRefused;

import dev.handshake.error.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files written by other programs. Virtual sizes are from {@code qemu-img info}. */
class SampleFilesTest {

    @ParameterizedTest
    @CsvSource({
        "vmdk-desc-exact512.vmdk, VMDK, 41103360",
        "vmdk-stream-colon.vmdk, VMDK, 41103360",
        "b200_1M.vhdx, VHDX, 214748364800",
        "vhd-of-iso.vhd, VHD, 376832",
        "udf-pure.iso, ISO, 4194304"
    })
    void a_sound_file_is_taken(String name, DiskFormat format, long virtualSize) {
        assertAccepted(format, virtualSize, SampleFile.load(name));
    }

    @ParameterizedTest
    @CsvSource({"trunc-no-l1.qcow2, qcow2", "vmdk-sparse-trunc.vmdk, vmdk", "vhd-dyn-trunc.vhd, vhd"})
    void a_file_that_is_cut_off_is_refused(String name, String format) {
        assertRefused(Reason.FILE_TRUNCATED, format, SampleFile.load(name));
    }

    @ParameterizedTest
    @CsvSource({
        "disk.raw.pzst, zstd, unzstd",
        "disk.raw.lzma, lzma, unlzma",
        "disk.raw.Z, compress, uncompress",
        "disk.raw.legacy.lz4, lz4, unlz4",
        "disk.v7.tar, tar, tar -xf",
        "disk.cpio, cpio, cpio -i"
    })
    void a_packed_file_is_refused_with_what_unpacks_it(String name, String word, String command) {
        assertCompressed(word, command, SampleFile.load(name));
    }

    @Test
    void an_se_sparse_disk_is_refused() {
        assertRefused(Reason.FILE_FORMAT_NOT_SUPPORTED, "an ESXi SE sparse disk", SampleFile.load("sesparse.vmdk"));
    }

    @ParameterizedTest
    @CsvSource({"login.html, an HTML page", "x.ovf, an OVF descriptor", "lfs.pointer, a Git LFS pointer"})
    void a_text_is_no_disk(String name, String word) {
        FormatAssertions.assertNotADisk(word, SampleFile.load(name));
    }
}
