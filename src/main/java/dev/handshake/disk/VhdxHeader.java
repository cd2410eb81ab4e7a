package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * A header of a VHDX ([MS-VHDX] 2.2.2). There are two; the sound one with the higher number is in force.
 *
 * @param number of its writing
 * @param log whose entries are still to be written to their places, or {@link #NO_LOG}
 */
record VhdxHeader(long number, UUID log) {

    private static final UUID NO_LOG = new UUID(0, 0);
    private static final byte[] SIGNATURE = "head".getBytes(StandardCharsets.US_ASCII);
    private static final long FIRST = 64 * 1024;
    private static final long SECOND = 128 * 1024;
    private static final int LENGTH = 4096;

    static VhdxHeader current(Header file) {
        Optional<VhdxHeader> current = LongStream.of(FIRST, SECOND)
                .mapToObj(at -> file.part(at, LENGTH))
                .filter(header -> VhdxChecksum.isRight(header, SIGNATURE))
                .map(header -> new VhdxHeader(header.u64(8), header.guid(48)))
                .max(Comparator.comparing(VhdxHeader::number, Long::compareUnsigned));
        file.require(current.isPresent());
        return current.orElseThrow();
    }

    /** An unfinished log may change anything, the metadata too, when the file is opened next. */
    void requireClosed() {
        if (!log.equals(NO_LOG)) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "a vhdx that was not closed properly");
        }
    }
}
