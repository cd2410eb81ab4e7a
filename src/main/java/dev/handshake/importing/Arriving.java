package dev.handshake.importing;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.web.Formats;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The bytes of a file as they arrive. What the other side does wrong is said in words, and none of it lasts too long. */
class Arriving extends FilterInputStream {

    private final Clock clock;
    private final Duration longest;
    private final Instant last;
    private long came;

    Arriving(InputStream data, Clock clock, Duration longest) {
        super(data);
        this.clock = clock;
        this.longest = longest;
        this.last = clock.instant().plus(longest);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (clock.instant().isAfter(last)) {
            throw new Refused(Reason.FETCH_TOO_LONG, Formats.counted(longest.toMinutes(), "minute"));
        }
        try {
            int read = super.read(buffer, offset, length);
            came += Math.max(0, read);
            return read;
        } catch (IOException brokeOff) {
            throw new Refused(Reason.FETCH_CUT_OFF, Formats.bytes(came));
        }
    }
}
