package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * A header of a VHDX ([MS-VHDX] 2.2.2). There are two; the valid one with the higher sequence number is current.
 *
 * @param sequenceNumber incremented with each write
 * @param logGuid of the log entries still to be replayed, or {@link #NO_LOG}
 */
record VhdxHeader(long sequenceNumber, UUID logGuid) {

    private static final UUID NO_LOG = new UUID(0, 0);
    private static final byte[] SIGNATURE = "head".getBytes(StandardCharsets.US_ASCII);
    private static final long FIRST = 64 * 1024;
    private static final long SECOND = 128 * 1024;
    private static final int LENGTH = 4096;

    static VhdxHeader parseCurrent(StructReader file) {
        Optional<VhdxHeader> current = LongStream.of(FIRST, SECOND)
                .mapToObj(at -> file.slice(at, LENGTH))
                .filter(structReader -> VhdxChecksum.isValid(structReader, SIGNATURE))
                .map(structReader -> new VhdxHeader(structReader.u64(8), structReader.guid(48)))
                .max(Comparator.comparing(VhdxHeader::sequenceNumber, Long::compareUnsigned));
        file.require(current.isPresent());
        return current.orElseThrow();
    }

    /** Replaying a log when the file is next opened may change anything, including the metadata. */
    void requireClosed() {
        if (!logGuid.equals(NO_LOG)) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "a vhdx that was not closed properly");
        }
    }
}
