package dev.handshake.disk;

import java.util.UUID;
import java.util.stream.LongStream;

/**
 * A table in a VHDX, with entries of 32 bytes that each start with a GUID.
 *
 * @param first offset of the first entry
 * @param count number of entries
 */
record VhdxEntryTable(StructReader header, long first, long count) {

    private static final long MAX_ENTRIES = 2047;
    private static final int ENTRY_LENGTH = 32;

    VhdxEntryTable {
        header.require(count <= MAX_ENTRIES);
    }

    /**
     * The offset of the only entry for {@code subject}. Duplicates are refused, since readers could pick either one.
     */
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
