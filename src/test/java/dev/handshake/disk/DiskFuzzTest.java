package dev.handshake.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.error.RefusedException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sound files with random damage to their headers: whatever it is, there are facts that make sense, or a refusal. */
class DiskFuzzTest {

    private static final long SIZE = 10L << 30;
    private static final int FIXED = 4096;
    private static final long[] EXTREMES = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0xffffffffL, 0x7fffffffL, 1L << 55
    };

    private final Random random = new Random(20240703);

    /** A part of a header, from and up to, in bytes. */
    private record Place(int from, int to) {}

    /** @param seal what puts the checksums right again: a wrong one would hide all other damage */
    private record Sample(String name, int cases, byte[] sound, Consumer<byte[]> seal, Place... places) {
        Sample(String name, byte[] sound, Place... places) {
            this(name, 3000, sound, file -> {}, places);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(
                qcow2(DiskFiles.qcow2(SIZE)),
                qcow2(DiskFiles.qcow2Version2(SIZE)),
                vmdk(),
                vmdkStream(),
                vhd(DiskFiles.vhd(SIZE), 0),
                vhd(DiskFiles.vhdFixed(FIXED), FIXED),
                vhdx(),
                vdi(),
                iso());
    }

    private static Sample qcow2(byte[] file) {
        return new Sample("qcow2 version " + file[7], file, new Place(0, 160));
    }

    private static Sample vmdk() {
        return new Sample("vmdk", DiskFiles.vmdk(SIZE), new Place(0, 80), new Place(512, 800));
    }

    private static Sample vmdkStream() {
        byte[] file = DiskFiles.vmdkStream(SIZE);
        return new Sample("streamed vmdk", file, new Place(0, 80), new Place(file.length - 1024, file.length - 900));
    }

    private static Sample vhd(byte[] file, int footer) {
        return new Sample(
                "vhd, footer at " + footer,
                3000,
                file,
                damaged -> sealVhd(damaged, footer),
                new Place(footer, footer + 90));
    }

    private static void sealVhd(byte[] file, int at) {
        ByteBuffer footer = ByteBuffer.allocate(512).put(0, file, at, 512);
        System.arraycopy(VhdFile.sealed(footer, 64), 0, file, at, 512);
    }

    private static Sample vhdx() {
        return new Sample(
                "vhdx",
                400,
                DiskFiles.vhdx(SIZE),
                DiskFuzzTest::sealVhdx,
                new Place(VhdxFile.HEADER, VhdxFile.HEADER + 80),
                new Place(VhdxFile.REGIONS, VhdxFile.REGIONS + 80),
                new Place(VhdxFile.METADATA, VhdxFile.METADATA + 192),
                new Place(VhdxFile.ITEMS, VhdxFile.ITEMS + 24));
    }

    private static void sealVhdx(byte[] file) {
        VhdxFile.seal(file, VhdxFile.HEADER, 4096);
        VhdxFile.seal(file, VhdxFile.REGIONS, 64 << 10);
    }

    private static Sample vdi() {
        return new Sample("vdi", DiskFiles.vdi(SIZE), new Place(0x40, 0x54), new Place(0x150, 0x1d0));
    }

    private static Sample iso() {
        return new Sample("iso", DiskFiles.iso("INSTALL"), new Place(0, 80), new Place(32768, 32780));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_damaged_header_gives_facts_or_a_refusal(Sample sample) {
        int refused = 0;
        for (int number = 0; number < sample.cases; number++) {
            byte[] file = sample.sound.clone();
            damage(file, sample.places);
            sample.seal.accept(file);
            refused += isRefused(file, length(file)) ? 1 : 0;
        }
        assertTrue(refused > 0 && refused < sample.cases, refused + " refused");
    }

    private void damage(byte[] file, Place... places) {
        for (int more = random.nextInt(3); more >= 0; more--) {
            Place place = places[random.nextInt(places.length)];
            int at = place.from + random.nextInt(place.to - place.from);
            if (random.nextBoolean()) {
                file[at] = (byte) random.nextInt();
            } else {
                ByteBuffer.wrap(file).putLong(at, EXTREMES[random.nextInt(EXTREMES.length)]);
            }
        }
    }

    /** One file in ten is cut off as well. */
    private int length(byte[] file) {
        return random.nextInt(10) > 0 ? file.length : 1 + random.nextInt(file.length);
    }

    private static boolean isRefused(byte[] file, int length) {
        DiskProbe probe = new DiskProbe();
        probe.update(file, 0, length);
        try {
            DiskFacts facts = probe.facts();
            assertEquals(length, facts.size());
            assertTrue(facts.virtualSize() > 0 && facts.virtualSize() <= Header.LARGEST_DISK);
            return false;
        } catch (RefusedException refused) {
            return true;
        }
    }
}
