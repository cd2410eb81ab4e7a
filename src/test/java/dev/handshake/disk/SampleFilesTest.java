package dev.handshake.disk;

import static dev.handshake.disk.Probing.assertRefused;
import static dev.handshake.disk.Probing.assertTaken;

import dev.handshake.refusal.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as other programs write them. The virtual sizes are those that {@code qemu-img info} tells. */
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
        assertTaken(format, virtualSize, SampleFile.named(name));
    }

    @ParameterizedTest
    @CsvSource({"trunc-no-l1.qcow2, qcow2", "vmdk-sparse-trunc.vmdk, vmdk", "vhd-dyn-trunc.vhd, vhd"})
    void a_file_that_is_cut_off_is_refused(String name, String format) {
        assertRefused(Reason.FILE_INCOMPLETE, format, SampleFile.named(name));
    }
}
