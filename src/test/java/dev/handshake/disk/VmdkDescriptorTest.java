package dev.handshake.disk;

import static dev.handshake.disk.FormatAssertions.assertAccepted;
import static dev.handshake.disk.FormatAssertions.assertRefused;

import dev.handshake.error.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VmdkDescriptorTest {

    private static final long SIZE = 10L << 30;

    @Test
    void a_vmdk_with_other_fields_and_a_name_in_another_script_is_taken() {
        byte[] file = vmdk().extent("rdonly 20971520 sparse \"Wörter im Müll.vmdk\"")
                .line("encoding = \"UTF-8\"\r")
                .bytes();
        assertAccepted(DiskFormat.VMDK, SIZE, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"monolithicFlat", "twoGbMaxExtentSparse", "vmfs", "fullDevice", ""})
    void a_vmdk_of_a_type_with_more_files_is_refused(String type) {
        assertReferencesOtherFiles(vmdk().type(type));
    }

    @Test
    void a_vmdk_with_a_second_type_is_refused() {
        assertReferencesOtherFiles(vmdk().line("createType=\"monolithicFlat\""));
    }

    @Test
    void a_vmdk_with_a_second_type_in_a_comment_is_refused_because_qemu_reads_it() {
        assertReferencesOtherFiles(vmdk().line("# createType=\"monolithicFlat\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RW 131072 FLAT \"disk.vmdk\" 0",
                "RW 131072 VMFS \"disk.vmdk\"",
                "RW 131072 ZERO",
                "RW 131072 SPARSE \"/etc/passwd\"",
                "RW 131072 SPARSE \"../disk.vmdk\"",
                "RW 131072 SPARSE \"nbd://localhost\"",
                "RW 131072 SPARSE \"disk.vmdk\" 0",
                "NOACCESS 131072 SPARSE \"disk.vmdk\"",
                ""
            })
    void a_vmdk_whose_extent_is_not_itself_is_refused(String extent) {
        assertReferencesOtherFiles(vmdk().extent(extent));
    }

    /** QEMU does not open files named in the descriptor of a sparse extent. */
    @ParameterizedTest
    @ValueSource(strings = {"vm-2024-01-01T12:00:00.vmdk", "C:\\vm\\disk.vmdk", "a b.vmdk"})
    void a_name_with_other_signs_than_a_slash_is_its_own(String name) {
        assertAccepted(
                DiskFormat.VMDK,
                SIZE,
                vmdk().extent("RW 20971520 SPARSE \"" + name + "\"").bytes());
    }

    @Test
    void a_descriptor_may_fill_its_room() {
        byte[] file = vmdk().line("#").int64(36, 1).bytes();
        int length = new String(file, 512, 512, StandardCharsets.ISO_8859_1).indexOf('\0');
        VmdkFile full = vmdk().line("#" + "x".repeat(512 - length)).int64(36, 1);
        assertAccepted(DiskFormat.VMDK, SIZE, full.bytes());
        assertDamaged(full.line("createType=\"monolithicFlat\"").bytes());
    }

    @Test
    void a_vmdk_with_a_second_extent_is_refused() {
        assertReferencesOtherFiles(vmdk().line("rw 2048 FLAT \"/etc/passwd\" 0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parentCID=00000001", "parentCID = \"12345678\"", "parentFileNameHint=\"base.vmdk\""})
    void a_vmdk_with_a_parent_is_refused(String line) {
        assertReferencesOtherFiles(vmdk().line(line));
    }

    @Test
    void a_vmdk_with_a_parent_in_a_comment_is_refused_because_qemu_reads_it() {
        assertReferencesOtherFiles(vmdk().line("# parentFileNameHint=\"/etc/passwd\""));
    }

    @Test
    void a_descriptor_with_a_line_of_no_known_kind_is_damaged() {
        assertDamaged(vmdk().line("include other.vmdk").bytes());
    }

    @Test
    void a_descriptor_without_a_type_is_damaged() {
        assertDamaged(vmdk().replace("createType", "type").bytes());
    }

    @Test
    void a_descriptor_with_something_behind_its_end_is_damaged() {
        assertDamaged(vmdk().afterDescriptor("createType=\"monolithicFlat\"").bytes());
    }

    private static VmdkFile vmdk() {
        return new VmdkFile(SIZE);
    }

    private static void assertReferencesOtherFiles(VmdkFile file) {
        assertRefused(Reason.FILE_HAS_EXTERNAL_EXTENTS, file.bytes());
    }

    private static void assertDamaged(byte[] file) {
        assertRefused(Reason.FILE_DAMAGED, "vmdk", file);
    }
}
