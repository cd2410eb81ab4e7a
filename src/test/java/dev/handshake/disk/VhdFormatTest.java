package dev.handshake.disk;

import static dev.handshake.disk.FormatAssertions.assertAccepted;
import static dev.handshake.disk.FormatAssertions.assertRefused;

import dev.handshake.error.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VhdFormatTest {

    private static final long SIZE = 10L << 30;
    private static final int SMALL = 1 << 20;

    @Test
    void a_dynamic_vhd_is_taken_with_its_virtual_size() {
        assertAccepted(DiskFormat.VHD, SIZE, DiskFiles.vhd(SIZE));
    }

    @Test
    void a_fixed_vhd_is_known_by_its_end_and_taken_with_its_virtual_size() {
        assertAccepted(DiskFormat.VHD, SMALL, DiskFiles.vhdFixed(SMALL));
    }

    @Test
    void a_vhd_with_a_parent_is_refused() {
        assertRefused(Reason.FILE_HAS_PARENT, "vhd", DiskFiles.vhdWithParent(SIZE));
    }

    @Test
    void a_vhd_with_a_parent_is_refused_although_only_its_end_says_so() {
        byte[] file = new byte[SMALL + 512];
        System.arraycopy(VhdFile.footer(SMALL, 4, 512), 0, file, SMALL, 512);
        assertRefused(Reason.FILE_HAS_PARENT, "vhd", file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 6, -1})
    void a_vhd_that_begins_with_a_footer_but_is_not_dynamic_is_damaged(int type) {
        assertDamaged(VhdFile.dynamic(SIZE, type));
    }

    @Test
    void a_vhd_whose_two_footers_differ_is_damaged() {
        byte[] file = DiskFiles.vhd(SIZE);
        System.arraycopy(VhdFile.footer(SIZE / 2, 3, 512), 0, file, file.length - 512, 512);
        assertDamaged(file);
    }

    @Test
    void a_dynamic_vhd_without_its_end_is_cut_off() {
        byte[] file = DiskFiles.vhd(SIZE);
        assertRefused(Reason.FILE_TRUNCATED, "vhd", Arrays.copyOf(file, file.length - 512));
        assertRefused(Reason.FILE_TRUNCATED, "vhd", Arrays.copyOf(file, file.length - 1024));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 48, 60, 64, 511})
    void a_vhd_whose_checksum_is_wrong_is_damaged(int at) {
        byte[] growing = DiskFiles.vhd(SIZE);
        growing[at]++;
        assertDamaged(growing);
        byte[] fixed = DiskFiles.vhdFixed(SMALL);
        fixed[SMALL + at]++;
        assertDamaged(fixed);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 50) + 1})
    void a_vhd_with_an_absurd_size_is_damaged(long size) {
        byte[] file = DiskFiles.vhd(SIZE);
        System.arraycopy(VhdFile.footer(size, 3, 512), 0, file, 0, 512);
        assertDamaged(file);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1024, 1L << 40, -1, Long.MAX_VALUE})
    void a_vhd_whose_header_is_not_where_it_says_is_damaged(long next) {
        byte[] file = DiskFiles.vhd(SIZE);
        System.arraycopy(VhdFile.footer(SIZE, 3, next), 0, file, 0, 512);
        assertDamaged(file);
    }

    @Test
    void a_fixed_vhd_that_lost_some_of_its_content_is_damaged() {
        byte[] file = DiskFiles.vhdFixed(SMALL);
        assertDamaged(Arrays.copyOfRange(file, 512, file.length));
    }

    @Test
    void a_fixed_vhd_may_hold_a_disc() {
        byte[] file = DiskFiles.vhdFixed(SMALL);
        byte[] disc = DiskFiles.iso("INSTALL");
        System.arraycopy(disc, 0, file, 0, disc.length);
        assertAccepted(DiskFormat.VHD, SMALL, file);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 511, 512, 519})
    void a_vhd_cut_off_in_its_header_is_damaged(int length) {
        assertDamaged(Arrays.copyOf(DiskFiles.vhd(SIZE), length));
    }

    private static void assertDamaged(byte[] file) {
        assertRefused(Reason.FILE_DAMAGED, "vhd", file);
    }
}
