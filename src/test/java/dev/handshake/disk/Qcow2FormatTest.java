package dev.handshake.disk;

import static dev.handshake.disk.FormatAssertions.assertAccepted;
import static dev.handshake.disk.FormatAssertions.assertRefused;

import dev.handshake.error.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Qcow2FormatTest {

    private static final long SIZE = 10L << 30;

    @Test
    void a_qcow2_of_version_3_is_taken_with_its_virtual_size() {
        assertAccepted(DiskFormat.QCOW2, SIZE, DiskFiles.qcow2(SIZE));
    }

    @Test
    void a_qcow2_of_version_2_is_taken_with_its_virtual_size() {
        assertAccepted(DiskFormat.QCOW2, SIZE, DiskFiles.qcow2Version2(SIZE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void a_qcow2_of_another_version_is_not_supported(int version) {
        assertRefused(
                Reason.FILE_FORMAT_NOT_SUPPORTED,
                "qcow version " + version,
                qcow2().int32(4, version).bytes());
    }

    @Test
    void a_qcow2_with_a_backing_file_is_refused() {
        assertRefused(Reason.FILE_HAS_BACKING_FILE, DiskFiles.qcow2WithBackingFile("/etc/passwd"));
    }

    @Test
    void a_qcow2_of_version_2_with_a_backing_file_is_refused() {
        assertRefused(
                Reason.FILE_HAS_BACKING_FILE,
                qcow2().version2().backingFile("base.img").bytes());
    }

    @Test
    void a_qcow2_with_a_data_file_is_refused() {
        assertRefused(Reason.FILE_HAS_EXTERNAL_DATA_FILE, DiskFiles.qcow2WithDataFile("/etc/passwd"));
    }

    @Test
    void a_qcow2_that_only_says_that_it_has_a_data_file_is_refused() {
        assertRefused(
                Reason.FILE_HAS_EXTERNAL_DATA_FILE, qcow2().int64(72, 1 << 2).bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {72, 104})
    void a_qcow2_that_only_names_a_data_file_is_refused(int firstExtension) {
        Qcow2File file = firstExtension == 72 ? qcow2().version2() : qcow2();
        file.extension(firstExtension, 0x6803f857, "feature names")
                .extension(firstExtension + 24, 0x44415441, "/etc/passwd");
        assertRefused(Reason.FILE_HAS_EXTERNAL_DATA_FILE, file.bytes());
    }

    @Test
    void a_qcow2_with_other_extensions_is_taken() {
        assertAccepted(
                DiskFormat.QCOW2,
                SIZE,
                qcow2().extension(104, 0x6803f857, "feature names").bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4})
    void a_qcow2_with_a_known_feature_is_taken(int bit) {
        assertAccepted(DiskFormat.QCOW2, SIZE, qcow2().int64(72, 1L << bit).bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 31, 32, 63})
    void a_qcow2_with_an_unknown_feature_is_not_supported(int bit) {
        assertRefused(
                Reason.FILE_FORMAT_NOT_SUPPORTED,
                "a qcow2 with unsupported features",
                qcow2().int64(72, 1L << bit).bytes());
    }

    @Test
    void a_qcow2_marked_as_corrupt_is_damaged() {
        assertDamaged(qcow2().int64(72, 1 << 1).bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_encrypted_qcow2_is_not_supported(int method) {
        assertRefused(
                Reason.FILE_FORMAT_NOT_SUPPORTED,
                "an encrypted qcow2",
                qcow2().int32(32, method).bytes());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 50) + 1})
    void a_qcow2_with_an_absurd_size_is_damaged(long size) {
        assertDamaged(qcow2().int64(24, size).bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 22, -1})
    void a_qcow2_with_an_impossible_cluster_size_is_damaged(int bits) {
        assertDamaged(qcow2().int32(20, bits).bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 103, 65537, -1})
    void a_qcow2_with_an_impossible_header_length_is_damaged(int length) {
        assertDamaged(qcow2().int32(100, length).bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {65536, Integer.MAX_VALUE, -1})
    void a_qcow2_whose_extension_does_not_end_is_damaged(int length) {
        assertDamaged(qcow2().extension(104, 1, "").int32(108, length).bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 31, 71, 103, 107})
    void a_qcow2_cut_off_in_its_header_is_damaged(int length) {
        assertDamaged(Arrays.copyOf(DiskFiles.qcow2(SIZE), length));
    }

    @ParameterizedTest
    @ValueSource(ints = {65_536, 131_072, 196_608, 196_608 + 159})
    void a_qcow2_that_ends_before_its_tables_do_is_cut_off(int length) {
        assertRefused(Reason.FILE_TRUNCATED, "qcow2", Arrays.copyOf(DiskFiles.qcow2(SIZE), length));
    }

    @Test
    void a_qcow2_may_end_with_its_first_table() {
        assertAccepted(DiskFormat.QCOW2, SIZE, Arrays.copyOf(DiskFiles.qcow2(SIZE), 196_608 + 160));
    }

    @ParameterizedTest
    @ValueSource(longs = {4 << 16, 1L << 40})
    void a_qcow2_whose_reference_table_lies_after_its_end_is_cut_off(long place) {
        assertRefused(Reason.FILE_TRUNCATED, "qcow2", qcow2().int64(48, place).bytes());
    }

    private static Qcow2File qcow2() {
        return new Qcow2File(SIZE);
    }

    private static void assertDamaged(byte[] file) {
        assertRefused(Reason.FILE_DAMAGED, "qcow2", file);
    }
}
