package dev.handshake.security;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** Values at or beyond limits: text of maximum length, control characters, numbers and times. */
class BoundaryValues {

    /** Maximum lengths, in characters, of names, notes, URLs, properties and requests. */
    private static final List<Integer> LENGTHS =
            List.of(64, 100, 255, 1_000, 1_024, 2_000, 4_000, 8_000, 10_000, 16_000, 20_000, 32_000, 65_535);

    private static final List<String> CHARACTERS = List.of(
            "x", "9", "-", "/", "~1", "%", "\"", "\\", ";", ",", ":", " ", "\t", "\n", "é", "﷽", "😀", "\u0301",
            "\u202e", "\u0000", "\u0001", "\u001f", "\u007f", "\u0085", "\u2028", "\ufeff", "\ud800");

    private static final List<String> NUMBERS = List.of(
            "-0",
            "00",
            "+1",
            "1_0",
            "0x7fffffff",
            "1e-400",
            "1e400",
            "\u0664",
            "Infinity",
            "4294967296",
            "-2147483649",
            "9007199254740993",
            "9223372036854775807",
            "-9223372036854775809",
            "18446744073709551616",
            "9".repeat(1_000));

    private static final List<String> TIMES = List.of(
            "-4713-11-24T00:00:00Z",
            "0000-00-00T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "1582-10-10",
            "1969-12-31T23:59:59.999999999Z",
            "2026-02-30",
            "2026-11-24T24:00:00Z",
            "2026-11-24T08:33:60Z",
            "2026-11-24T08:33:40+18:01",
            "2026-11-24T08:33:40.999999999999999999Z",
            "9999-12-31T23:59:59.999999Z",
            "+294277-01-01T00:00:00Z",
            "294276-12-31T23:59:59Z",
            "4713-01-01 BC",
            "-infinity",
            "epoch");

    private static final List<Long> MICROS = List.of(
            Long.MIN_VALUE,
            -210_866_803_200_000_001L,
            -210_866_803_200_000_000L,
            -62_135_596_800_000_001L,
            -1L,
            253_402_300_800_000_000L,
            9_000_000_000_000_000_000L,
            Long.MAX_VALUE);

    private final Random random;

    BoundaryValues(Random random) {
        this.random = random;
    }

    String text() {
        return switch (random.nextInt(5)) {
            case 0 -> pick(NUMBERS);
            case 1 -> pick(List.of("", "", "gt:", "lte:", "in:")) + pick(TIMES);
            case 2 -> pick(MICROS) + random.nextInt(2) + "." + UUID.randomUUID();
            case 3 -> controlCharacters();
            default -> pick(CHARACTERS).repeat(pick(LENGTHS) - 1 + random.nextInt(3));
        };
    }

    /** Control characters alone, at both ends of text, or within it. */
    String controlCharacters() {
        return random.ints(1 + random.nextInt(40), 0, 0x22)
                .map(each -> each == 0x21 ? 0x7f : each)
                .mapToObj(each -> random.nextInt(3) == 0 ? "a" : Character.toString(each))
                .collect(Collectors.joining());
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
