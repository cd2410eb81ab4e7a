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

/** Valid files with random damage to their headers are either refused or yield plausible results. */
class DiskFuzzTest {

    private static final long SIZE = 10L << 30;
    private static final int FIXED = 4096;
    private static final long[] BOUNDARY_VALUES = {
        0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0xffffffffL, 0x7fffffffL, 1L << 55
    };

    private final Random random = new Random(20240703);

    /** A range of header bytes. */
    private record DamageRange(int from, int to) {}

    /** @param fixChecksums recomputes checksums, since a wrong one would hide all other damage */
    private record SeedFile(
            String name, int cases, byte[] valid, Consumer<byte[]> fixChecksums, DamageRange... damageRanges) {
        SeedFile(String name, byte[] sound, DamageRange... places) {
            this(name, 3000, sound, file -> {}, places);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<SeedFile> samples() {
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

    private static SeedFile qcow2(byte[] file) {
        return new SeedFile("qcow2 version " + file[7], file, new DamageRange(0, 160));
    }

    private static SeedFile vmdk() {
        return new SeedFile("vmdk", DiskFiles.vmdk(SIZE), new DamageRange(0, 80), new DamageRange(512, 800));
    }

    private static SeedFile vmdkStream() {
        byte[] file = DiskFiles.vmdkStreamOptimized(SIZE);
        return new SeedFile(
                "streamed vmdk", file, new DamageRange(0, 80), new DamageRange(file.length - 1024, file.length - 900));
    }

    private static SeedFile vhd(byte[] file, int footer) {
        return new SeedFile(
                "vhd, footer at " + footer,
                3000,
                file,
                damaged -> sealVhd(damaged, footer),
                new DamageRange(footer, footer + 90));
    }

    private static void sealVhd(byte[] file, int at) {
        ByteBuffer footer = ByteBuffer.allocate(512).put(0, file, at, 512);
        System.arraycopy(VhdFile.withChecksum(footer, 64), 0, file, at, 512);
    }

    private static SeedFile vhdx() {
        return new SeedFile(
                "vhdx",
                400,
                DiskFiles.vhdx(SIZE),
                DiskFuzzTest::sealVhdx,
                new DamageRange(VhdxFile.HEADER, VhdxFile.HEADER + 80),
                new DamageRange(VhdxFile.REGIONS, VhdxFile.REGIONS + 80),
                new DamageRange(VhdxFile.METADATA, VhdxFile.METADATA + 192),
                new DamageRange(VhdxFile.ITEMS, VhdxFile.ITEMS + 24));
    }

    private static void sealVhdx(byte[] file) {
        VhdxFile.writeChecksum(file, VhdxFile.HEADER, 4096);
        VhdxFile.writeChecksum(file, VhdxFile.REGIONS, 64 << 10);
    }

    private static SeedFile vdi() {
        return new SeedFile("vdi", DiskFiles.vdi(SIZE), new DamageRange(0x40, 0x54), new DamageRange(0x150, 0x1d0));
    }

    private static SeedFile iso() {
        return new SeedFile("iso", DiskFiles.iso("INSTALL"), new DamageRange(0, 80), new DamageRange(32768, 32780));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_damaged_header_gives_facts_or_a_refusal(SeedFile seedFile) {
        int refused = 0;
        for (int number = 0; number < seedFile.cases; number++) {
            byte[] file = seedFile.valid.clone();
            damage(file, seedFile.damageRanges);
            seedFile.fixChecksums.accept(file);
            refused += isRefused(file, length(file)) ? 1 : 0;
        }
        assertTrue(refused > 0 && refused < seedFile.cases, refused + " refused");
    }

    private void damage(byte[] file, DamageRange... places) {
        for (int more = random.nextInt(3); more >= 0; more--) {
            DamageRange damageRange = places[random.nextInt(places.length)];
            int at = damageRange.from + random.nextInt(damageRange.to - damageRange.from);
            if (random.nextBoolean()) {
                file[at] = (byte) random.nextInt();
            } else {
                ByteBuffer.wrap(file).putLong(at, BOUNDARY_VALUES[random.nextInt(BOUNDARY_VALUES.length)]);
            }
        }
    }

    /** One file in ten is also truncated. */
    private int length(byte[] file) {
        return random.nextInt(10) > 0 ? file.length : 1 + random.nextInt(file.length);
    }

    private static boolean isRefused(byte[] file, int length) {
        FormatInspector probe = new FormatInspector();
        probe.update(file, 0, length);
        try {
            DiskImageInfo facts = probe.result();
            assertEquals(length, facts.size());
            assertTrue(facts.virtualSize() > 0 && facts.virtualSize() <= StructReader.MAX_DISK_SIZE);
            return false;
        } catch (RefusedException refused) {
            return true;
        }
    }
}
