package dev.handshake.disk;

import static dev.handshake.disk.FormatAssertions.assertAccepted;
import static dev.handshake.disk.FormatAssertions.assertRefused;

import dev.handshake.error.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VdiFormatTest {

    private static final long SIZE = 10L << 30;

    @Test
    void a_vdi_is_taken_with_its_virtual_size() {
        assertAccepted(DiskFormat.VDI, SIZE, DiskFiles.vdi(SIZE));
    }

    @Test
    void a_vdi_of_fixed_size_is_taken() {
        assertAccepted(DiskFormat.VDI, SIZE, VdiFile.of(SIZE, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void a_vdi_with_a_parent_is_refused(int type) {
        assertRefused(Reason.FILE_HAS_PARENT, "vdi", VdiFile.of(SIZE, type));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1a8, 0x1b7, 0x1b8, 0x1c7})
    void a_vdi_that_only_names_a_parent_is_refused(int at) {
        byte[] file = DiskFiles.vdi(SIZE);
        file[at] = 1;
        assertRefused(Reason.FILE_HAS_PARENT, "vdi", file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, -1})
    void a_vdi_of_an_unknown_type_is_damaged(int type) {
        assertDamaged(VdiFile.of(SIZE, type));
    }

    @Test
    void a_vdi_of_another_version_is_not_supported() {
        byte[] file = DiskFiles.vdi(SIZE);
        file[0x46] = 0;
        assertRefused(Reason.FILE_FORMAT_NOT_SUPPORTED, "vdi version 0", file);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 50) + 1})
    void a_vdi_with_an_absurd_size_is_damaged(long size) {
        ByteBuffer file = ByteBuffer.wrap(DiskFiles.vdi(SIZE)).order(ByteOrder.LITTLE_ENDIAN);
        assertDamaged(file.putLong(0x170, size).array());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x44, 0x47, 0x177, 0x1c7})
    void a_vdi_cut_off_in_its_header_is_damaged(int length) {
        assertDamaged(Arrays.copyOf(DiskFiles.vdi(SIZE), length));
    }

    @Test
    void a_vdi_cut_off_in_its_block_map_is_cut_off() {
        byte[] file = DiskFiles.vdi(SIZE);
        assertRefused(Reason.FILE_TRUNCATED, "vdi", Arrays.copyOf(file, file.length - 1));
    }

    @Test
    void a_vdi_without_the_blocks_that_it_counts_is_cut_off() {
        ByteBuffer file = ByteBuffer.wrap(DiskFiles.vdi(SIZE)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] counted = file.putInt(0x184, 2).array();
        int whole = counted.length + (2 << 20);
        assertRefused(Reason.FILE_TRUNCATED, "vdi", Arrays.copyOf(counted, whole - 1));
        assertAccepted(DiskFormat.VDI, SIZE, Arrays.copyOf(counted, whole));
    }

    private static void assertDamaged(byte[] file) {
        assertRefused(Reason.FILE_DAMAGED, "vdi", file);
    }
}
