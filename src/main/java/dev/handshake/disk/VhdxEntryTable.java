package dev.handshake.disk;

import java.util.UUID;
import java.util.stream.LongStream;

/**
 * A table in a VHDX: entries of 32 bytes, each beginning with the GUID of what it is about.
 *
 * @param first where the first entry is, in bytes
 * @param count how many there are
 */
record VhdxEntryTable(StructReader header, long first, long count) {

    private static final long MAX_ENTRIES = 2047;
    private static final int ENTRY_LENGTH = 32;

    VhdxEntryTable {
        header.require(count <= MAX_ENTRIES);
    }

    /** Where the one entry about it is, in bytes. Two would leave the choice to the reader. */
    long entryOffset(UUID subject) {
        long[] entries = entries(subject);
        header.require(entries.length == 1);
        return entries[0];
    }

    boolean has(UUID subject) {
        return entries(subject).length > 0;
    }

    private long[] entries(UUID subject) {
        return LongStream.range(0, count)
                .map(number -> first + number * ENTRY_LENGTH)
                .filter(at -> header.guid(at).equals(subject))
                .toArray();
    }
}
