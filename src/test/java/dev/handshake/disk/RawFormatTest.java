package dev.handshake.disk;

import static dev.handshake.disk.FormatAssertions.assertRefused;
import static dev.handshake.disk.FormatAssertions.inspect;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.error.Reason;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawFormatTest {

    private static final int SIZE = 1 << 20;

    @ParameterizedTest
    @ValueSource(ints = {300, 511, 513, 1000, 1536 + 1, (5 << 20) - 1})
    void a_raw_disk_consists_of_sectors(int size) {
        assertRefused(Reason.FILE_NOT_SECTOR_ALIGNED, String.valueOf(size), DiskFiles.raw(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1 << 20, 5 << 20})
    void what_nothing_is_known_in_is_a_guess(int size) {
        assertEquals(new DiskImageInfo(DiskFormat.RAW, size, size, true), inspect(DiskFiles.raw(size)));
        assertEquals(new DiskImageInfo(DiskFormat.RAW, size, size, true), inspect(new byte[size]));
    }

    /** Offsets and signatures from util-linux' blkid. */
    @ParameterizedTest
    @CsvSource({
        "510, 55aa",
        "512, 4546492050415254",
        "4096, 4546492050415254",
        "1080, 53ef",
        "0, 58465342",
        "65600, 5f42485266535f4d",
        "0, 68737173",
        "512, 4c4142454c4f4e45",
        "1024, 1020f5f2",
        "1024, e2e1f5e0",
        "4086, 53574150535041434532",
        "32768, 4a465331"
    })
    void what_a_disk_is_known_by_makes_it_no_guess(int at, String signature) {
        byte[] file = new byte[SIZE];
        byte[] bytes = HexFormat.of().parseHex(signature);
        System.arraycopy(bytes, 0, file, at, bytes.length);
        assertEquals(new DiskImageInfo(DiskFormat.RAW, SIZE, SIZE, false), inspect(file));
    }
}
