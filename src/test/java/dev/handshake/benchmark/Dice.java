package dev.handshake.benchmark;

import java.util.UUID;

/** The same accidents in every run: what belongs to a number. */
class Dice {

    private Dice() {}

    /** Evenly spread over all longs; the finalizer of MurmurHash3. */
    static long of(long number, long what) {
        long hash = number * 0x9E3779B97F4A7C15L + what * 0xC2B2AE3D27D4EB4FL;
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    static int below(int most, long number, long what) {
        return (int) Long.remainderUnsigned(of(number, what), most);
    }

    /** From 0 to 1. */
    static double share(long number, long what) {
        return (of(number, what) >>> 11) * 0x1.0p-53;
    }

    static UUID id(long number, long what) {
        long high = of(number, what) & ~0xf000L | 0x4000L;
        long low = of(number, what + 1) & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
