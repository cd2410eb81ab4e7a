package dev.handshake.disk;

import static dev.handshake.disk.FormatAssertions.assertAccepted;
import static dev.handshake.disk.FormatAssertions.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.error.Reason;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatInspectorTest {

    private static final long SIZE = 10L << 30;

    @Test
    void an_empty_file_is_refused() {
        assertRefused(Reason.FILE_EMPTY, new byte[0]);
        FormatInspector untouched = new FormatInspector();
        assertThrows(RuntimeException.class, untouched::result);
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 1536, 40_960, 5 << 20})
    void what_is_no_format_is_raw(int size) {
        assertAccepted(DiskFormat.RAW, size, DiskFiles.raw(size));
    }

    @Test
    void a_disk_of_zeros_is_raw() {
        assertAccepted(DiskFormat.RAW, 102_400, new byte[102_400]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 512, 8191, 1 << 20})
    void it_does_not_matter_in_which_pieces_the_file_comes(int piece) {
        assertEquals(
                DiskFormat.VHD, inPieces(DiskFiles.vhdFixed(100_000), piece).format());
        assertEquals(SIZE, inPieces(DiskFiles.vmdkStreamOptimized(SIZE), piece).virtualSize());
        assertEquals(SIZE, inPieces(DiskFiles.vhdx(SIZE), piece).virtualSize());
        assertEquals(
                200L << 30, inPieces(SampleFile.load("b200_1M.vhdx"), piece).virtualSize());
    }

    private static DiskImageInfo inPieces(byte[] file, int piece) {
        FormatInspector probe = new FormatInspector();
        for (int at = 0; at < file.length; at += piece) {
            probe.update(file, at, Math.min(piece, file.length - at));
        }
        return probe.result();
    }

    @Test
    void only_the_range_given_is_taken() {
        FormatInspector probe = new FormatInspector();
        probe.update(DiskFiles.raw(1024), 100, 512);
        assertEquals(512, probe.result().size());
        assertThrows(IndexOutOfBoundsException.class, () -> probe.update(new byte[10], 5, 6));
    }

    @Test
    void a_stream_longer_than_four_gibibytes_is_counted() {
        byte[] piece = new byte[1 << 20];
        FormatInspector probe = new FormatInspector();
        for (int piecesLeft = 5000; piecesLeft > 0; piecesLeft--) {
            probe.update(piece, 0, piece.length);
        }
        assertEquals(new DiskImageInfo(DiskFormat.RAW, 5000L << 20, 5000L << 20, true), probe.result());
    }

    @Test
    void a_small_file_costs_little_and_a_large_one_no_more_than_the_limit() {
        HeadBuffer head = new HeadBuffer();
        head.update(new byte[100], 0, 100);
        assertTrue(head.capacity() < 1000);
        head.update(new byte[5 << 20], 0, 5 << 20);
        head.update(new byte[5 << 20], 0, 5 << 20);
        assertEquals(HeadBuffer.LIMIT, head.capacity());
    }

    @ParameterizedTest
    @EnumSource(DiskFormat.class)
    void the_word_of_a_format_is_its_name_in_small_letters(DiskFormat format) {
        assertTrue(format.label().matches("[a-z]+2?"));
        assertEquals(format.name(), format.label().toUpperCase(Locale.ROOT));
    }
}
