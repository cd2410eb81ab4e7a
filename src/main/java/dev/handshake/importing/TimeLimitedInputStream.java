package dev.handshake.importing;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.outbound.OutboundConnections;
import dev.handshake.web.Formats;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The data of a file being imported. Reports the deadline and broken connections as refusals with a message. */
class TimeLimitedInputStream extends FilterInputStream {

    private final OutboundConnections connections;
    private final Duration maxDuration;
    private long received;

    TimeLimitedInputStream(InputStream data, OutboundConnections connections, Duration maxDuration) {
        super(data);
        this.connections = connections;
        this.maxDuration = maxDuration;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            requireInTime();
            int read = super.read(buffer, offset, length);
            received += Math.max(0, read);
            requireInTime();
            return read;
        } catch (IOException interrupted) {
            requireInTime();
            throw new RefusedException(Reason.FETCH_INTERRUPTED, Formats.bytes(received));
        }
    }

    private void requireInTime() {
        if (connections.isTimedOut()) {
            throw timedOut(maxDuration);
        }
    }

    static RefusedException timedOut(Duration longest) {
        long minutes = longest.toMinutes();
        String words =
                minutes > 0 ? Formats.counted(minutes, "minute") : Formats.counted(longest.toSeconds(), "second");
        return new RefusedException(Reason.FETCH_TIMED_OUT, words);
    }
}
