package dev.handshake.importing;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Formats;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The bytes of a file as they arrive. What the other side does wrong is said in words. */
class Arriving extends FilterInputStream {

    private final Connections connections;
    private final Duration longest;
    private long came;

    Arriving(InputStream data, Connections connections, Duration longest) {
        super(data);
        this.connections = connections;
        this.longest = longest;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            mustBeInTime();
            int read = super.read(buffer, offset, length);
            came += Math.max(0, read);
            mustBeInTime();
            return read;
        } catch (IOException brokeOff) {
            mustBeInTime();
            throw new RefusedException(Reason.FETCH_INTERRUPTED, Formats.bytes(came));
        }
    }

    private void mustBeInTime() {
        if (connections.isLate()) {
            throw tooLong(longest);
        }
    }

    static RefusedException tooLong(Duration longest) {
        long minutes = longest.toMinutes();
        String words =
                minutes > 0 ? Formats.counted(minutes, "minute") : Formats.counted(longest.toSeconds(), "second");
        return new RefusedException(Reason.FETCH_TIMED_OUT, words);
    }
}
