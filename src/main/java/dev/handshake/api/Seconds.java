package dev.handshake.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the API writes them: UTC, whole seconds, {@code 2026-11-24T08:33:40Z}. */
class Seconds {

    static String of(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
