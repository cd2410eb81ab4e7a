package dev.handshake.disk;

import static dev.handshake.disk.Probing.assertRefused;
import static dev.handshake.disk.Probing.assertTaken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.error.Reason;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiskProbeTest {

    private static final long SIZE = 10L << 30;

    @Test
    void an_empty_file_is_refused() {
        assertRefused(Reason.FILE_EMPTY, new byte[0]);
        DiskProbe untouched = new DiskProbe();
        assertThrows(RuntimeException.class, untouched::facts);
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 1536, 40_960, 5 << 20})
    void what_is_no_format_is_raw(int size) {
        assertTaken(DiskFormat.RAW, size, DiskFiles.raw(size));
    }

    @Test
    void a_disk_of_zeros_is_raw() {
        assertTaken(DiskFormat.RAW, 102_400, new byte[102_400]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 512, 8191, 1 << 20})
    void it_does_not_matter_in_which_pieces_the_file_comes(int piece) {
        assertEquals(
                DiskFormat.VHD, inPieces(DiskFiles.vhdFixed(100_000), piece).format());
        assertEquals(SIZE, inPieces(DiskFiles.vmdkStream(SIZE), piece).virtualSize());
        assertEquals(SIZE, inPieces(DiskFiles.vhdx(SIZE), piece).virtualSize());
        assertEquals(
                200L << 30, inPieces(SampleFile.named("b200_1M.vhdx"), piece).virtualSize());
    }

    private static DiskFacts inPieces(byte[] file, int piece) {
        DiskProbe probe = new DiskProbe();
        for (int at = 0; at < file.length; at += piece) {
            probe.update(file, at, Math.min(piece, file.length - at));
        }
        return probe.facts();
    }

    @Test
    void only_the_range_given_is_taken() {
        DiskProbe probe = new DiskProbe();
        probe.update(DiskFiles.raw(1024), 100, 512);
        assertEquals(512, probe.facts().size());
        assertThrows(IndexOutOfBoundsException.class, () -> probe.update(new byte[10], 5, 6));
    }

    @Test
    void a_stream_longer_than_four_gibibytes_is_counted() {
        byte[] piece = new byte[1 << 20];
        DiskProbe probe = new DiskProbe();
        for (int piecesLeft = 5000; piecesLeft > 0; piecesLeft--) {
            probe.update(piece, 0, piece.length);
        }
        assertEquals(new DiskFacts(DiskFormat.RAW, 5000L << 20, 5000L << 20, true), probe.facts());
    }

    @Test
    void a_small_file_costs_little_and_a_large_one_no_more_than_the_limit() {
        Head head = new Head();
        head.update(new byte[100], 0, 100);
        assertTrue(head.room() < 1000);
        head.update(new byte[5 << 20], 0, 5 << 20);
        head.update(new byte[5 << 20], 0, 5 << 20);
        assertEquals(Head.LIMIT, head.room());
    }

    @ParameterizedTest
    @EnumSource(DiskFormat.class)
    void the_word_of_a_format_is_its_name_in_small_letters(DiskFormat format) {
        assertTrue(format.word().matches("[a-z]+2?"));
        assertEquals(format.name(), format.word().toUpperCase(Locale.ROOT));
    }
}
