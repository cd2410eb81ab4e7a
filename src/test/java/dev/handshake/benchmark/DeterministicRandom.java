package dev.handshake.benchmark;

import java.util.UUID;

/** Pseudo-random values derived from a number, the same in every run. */
class DeterministicRandom {

    private DeterministicRandom() {}

    /** Uniformly distributed; the finalizer of MurmurHash3. */
    static long hash(long number, long what) {
        long hash = number * 0x9E3779B97F4A7C15L + what * 0xC2B2AE3D27D4EB4FL;
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    static int intBelow(int most, long number, long what) {
        return (int) Long.remainderUnsigned(hash(number, what), most);
    }

    /** Between 0 and 1. */
    static double fraction(long number, long what) {
        return (hash(number, what) >>> 11) * 0x1.0p-53;
    }

    static UUID uuid(long number, long what) {
        long high = hash(number, what) & ~0xf000L | 0x4000L;
        long low = hash(number, what + 1) & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
