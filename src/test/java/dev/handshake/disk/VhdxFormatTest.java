package dev.handshake.disk;

import static dev.handshake.disk.FormatAssertions.assertAccepted;
import static dev.handshake.disk.FormatAssertions.assertRefused;

import dev.handshake.error.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VhdxFormatTest {

    private static final long SIZE = 10L << 30;
    private static final int TABLE = 64 << 10;

    @Test
    void a_vhdx_is_taken_with_its_virtual_size() {
        assertAccepted(DiskFormat.VHDX, SIZE, DiskFiles.vhdx(SIZE));
    }

    @Test
    void a_vhdx_that_keeps_its_blocks_is_taken() {
        assertAccepted(DiskFormat.VHDX, SIZE, vhdx().flags(1).bytes());
    }

    @Test
    void a_vhdx_with_a_parent_is_refused() {
        assertHasParent(vhdx().flags(2));
        assertHasParent(vhdx().flags(3));
    }

    @Test
    void a_vhdx_that_only_names_a_parent_is_refused() {
        assertHasParent(vhdx().item(4, "a8d35f2d-b30b-454d-abf7-d3d84834ab0c", 4, 4));
    }

    @Test
    void a_vhdx_with_an_unfinished_log_is_not_supported() {
        VhdxFile file = vhdx().int64(2 * VhdxFile.HEADER + 48, 1).withChecksum(2 * VhdxFile.HEADER, 4096);
        assertRefused(Reason.FILE_FORMAT_NOT_SUPPORTED, "a vhdx that was not closed properly", file.bytes());
    }

    @Test
    void a_log_in_the_older_header_is_of_no_account() {
        VhdxFile file = vhdx().int64(VhdxFile.HEADER + 48, 1).withChecksum(VhdxFile.HEADER, 4096);
        assertAccepted(DiskFormat.VHDX, SIZE, file.bytes());
    }

    @Test
    void one_sound_header_is_enough() {
        assertAccepted(DiskFormat.VHDX, SIZE, vhdx().int64(VhdxFile.HEADER, 0).bytes());
        assertAccepted(
                DiskFormat.VHDX,
                SIZE,
                vhdx().int64(2 * VhdxFile.HEADER + 100, 1).bytes());
    }

    @Test
    void a_vhdx_without_a_sound_header_is_damaged() {
        assertDamaged(vhdx().int64(VhdxFile.HEADER, 0).int64(2 * VhdxFile.HEADER, 0));
    }

    @Test
    void a_vhdx_whose_region_table_has_a_wrong_checksum_is_damaged() {
        assertDamaged(vhdx().int64(VhdxFile.REGIONS + 4096, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2048, -1})
    void a_vhdx_with_a_wrong_number_of_regions_is_damaged(int count) {
        assertDamaged(vhdx().int32(VhdxFile.REGIONS + 8, count).withChecksum(VhdxFile.REGIONS, TABLE));
    }

    @Test
    void a_vhdx_with_two_metadata_regions_is_damaged() {
        assertDamaged(vhdx().guid(VhdxFile.REGIONS + 16, "8b7ca206-4790-4b9a-b8fe-575f050f886e")
                .withChecksum(VhdxFile.REGIONS, TABLE));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 192 << 10, 3 << 20, (3 << 20) + 1, 4 << 20, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void a_vhdx_whose_metadata_is_not_where_it_says_is_damaged(long place) {
        assertDamaged(vhdx().int64(VhdxFile.REGIONS + 64, place).withChecksum(VhdxFile.REGIONS, TABLE));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 40})
    void metadata_is_found_however_far_it_lies(int mebibyte) {
        assertAccepted(DiskFormat.VHDX, SIZE, withMetadataAt(mebibyte));
    }

    @Test
    void a_far_parent_is_found_too() {
        VhdxFile file = vhdx().flags(2);
        assertRefused(Reason.FILE_HAS_PARENT, "vhdx", withMetadataAt(file, 9));
    }

    @Test
    void a_vhdx_without_anything_where_its_far_metadata_should_be_is_damaged() {
        byte[] file = withMetadataAt(5);
        Arrays.fill(file, 5 << 20, 6 << 20, (byte) 0);
        assertRefused(Reason.FILE_DAMAGED, "vhdx", file);
        assertRefused(Reason.FILE_DAMAGED, "vhdx", Arrays.copyOf(withMetadataAt(5), (6 << 20) - 1));
    }

    private static byte[] withMetadataAt(int mebibyte) {
        return withMetadataAt(vhdx(), mebibyte);
    }

    private static byte[] withMetadataAt(VhdxFile file, int mebibyte) {
        byte[] before = file.int64(VhdxFile.REGIONS + 64, (long) mebibyte << 20)
                .withChecksum(VhdxFile.REGIONS, TABLE)
                .bytes();
        byte[] after = Arrays.copyOf(before, (mebibyte + 2) << 20);
        Arrays.fill(after, 2 << 20, 3 << 20, (byte) 0);
        System.arraycopy(before, 2 << 20, after, mebibyte << 20, 1 << 20);
        return after;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2048, 0xffff})
    void a_vhdx_with_a_wrong_number_of_items_is_damaged(int count) {
        assertDamaged(vhdx().int32(VhdxFile.METADATA + 8, count << 16));
    }

    @Test
    void a_vhdx_that_gives_its_size_twice_is_damaged() {
        assertDamaged(vhdx().item(4, "2fa54224-cd1b-4876-b211-5dbed83bf4b8", 8, 6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void a_vhdx_with_an_item_out_of_its_region_is_damaged(int place) {
        assertDamaged(vhdx().int32(VhdxFile.METADATA + 32 + 16, place));
        assertDamaged(vhdx().int32(VhdxFile.METADATA + 64 + 16, place));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 50) + 1})
    void a_vhdx_with_an_absurd_size_is_damaged(long size) {
        assertDamaged(new VhdxFile(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 64 << 10, 129 << 10, 200 << 10, 256 << 10, 2 << 20, (3 << 20) - 1})
    void a_vhdx_cut_off_before_the_end_of_its_metadata_is_damaged(int length) {
        assertRefused(Reason.FILE_DAMAGED, "vhdx", Arrays.copyOf(DiskFiles.vhdx(SIZE), length));
    }

    private static VhdxFile vhdx() {
        return new VhdxFile(SIZE);
    }

    private static void assertHasParent(VhdxFile file) {
        assertRefused(Reason.FILE_HAS_PARENT, "vhdx", file.bytes());
    }

    private static void assertDamaged(VhdxFile file) {
        assertRefused(Reason.FILE_DAMAGED, "vhdx", file.bytes());
    }
}
