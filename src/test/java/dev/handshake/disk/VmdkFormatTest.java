package dev.handshake.disk;

import static dev.handshake.disk.FormatAssertions.assertAccepted;
import static dev.handshake.disk.FormatAssertions.assertRefused;

import dev.handshake.error.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VmdkFormatTest {

    private static final long SIZE = 10L << 30;

    @Test
    void a_sparse_vmdk_is_taken_with_its_virtual_size() {
        assertAccepted(DiskFormat.VMDK, SIZE, DiskFiles.vmdk(SIZE));
    }

    @Test
    void a_streamed_vmdk_is_taken_with_its_virtual_size() {
        assertAccepted(DiskFormat.VMDK, SIZE, DiskFiles.vmdkStreamOptimized(SIZE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Disk DescriptorFile\nversion=1\n",
                "# disk descriptorfile\r\n",
                "version=1\n",
                "# a comment\n  \r\n\nversion=3\r\n",
                "# a comment\rstill the comment\nversion=2\n"
            })
    void a_file_that_is_only_a_descriptor_is_refused(String text) {
        assertRefused(Reason.FILE_HAS_EXTERNAL_EXTENTS, text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_vmdk_without_a_descriptor_is_one_part_of_more() {
        assertSplit(vmdk().int64(28, 0).int64(36, 0));
        assertSplit(vmdk().replace("(?s).*", ""));
    }

    @Test
    void a_descriptor_that_could_run_on_is_damaged() {
        assertDamaged(vmdk().line("#".repeat(512)).int64(36, 1).bytes());
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 1 << 20, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void a_descriptor_at_another_place_is_damaged(long sector) {
        assertDamaged(vmdk().int64(28, sector).bytes());
    }

    @ParameterizedTest
    @ValueSource(longs = {257, 1L << 55, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void a_descriptor_of_an_absurd_length_is_damaged(long sectors) {
        assertDamaged(vmdk().int64(36, sectors).bytes());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1L << 55, Long.MIN_VALUE, Long.MAX_VALUE})
    void a_vmdk_with_an_absurd_capacity_is_damaged(long sectors) {
        assertDamaged(vmdk().int64(12, sectors).bytes());
    }

    @Test
    void a_vmdk_of_another_version_is_not_supported() {
        assertRefused(
                Reason.FILE_FORMAT_NOT_SUPPORTED,
                "vmdk version 4",
                vmdk().int32(4, 4).bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12, 28, 36})
    void a_streamed_vmdk_whose_end_says_something_else_is_damaged(int field) {
        byte[] file = DiskFiles.vmdkStreamOptimized(SIZE);
        file[file.length - 1024 + field]++;
        assertDamaged(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 63, 512, 600, 21 * 512 - 1})
    void a_vmdk_cut_off_before_the_end_of_its_descriptor_is_damaged(int length) {
        assertDamaged(Arrays.copyOf(DiskFiles.vmdk(SIZE), length));
    }

    @ParameterizedTest
    @ValueSource(ints = {21 * 512, 30_000, 128 * 512 - 1})
    void a_vmdk_cut_off_before_its_grains_is_cut_off(int length) {
        assertRefused(Reason.FILE_TRUNCATED, "vmdk", Arrays.copyOf(DiskFiles.vmdk(SIZE), length));
    }

    @ParameterizedTest
    @ValueSource(longs = {128, 1 << 20, Long.MAX_VALUE, Long.MIN_VALUE})
    void a_vmdk_whose_grain_directory_lies_after_its_end_is_cut_off(long sector) {
        assertRefused(Reason.FILE_TRUNCATED, "vmdk", vmdk().int64(56, sector).bytes());
    }

    private static VmdkFile vmdk() {
        return new VmdkFile(SIZE);
    }

    private static void assertSplit(VmdkFile file) {
        assertRefused(Reason.FILE_FORMAT_NOT_SUPPORTED, "one part of a split vmdk", file.bytes());
    }

    private static void assertDamaged(byte[] file) {
        assertRefused(Reason.FILE_DAMAGED, "vmdk", file);
    }
}
