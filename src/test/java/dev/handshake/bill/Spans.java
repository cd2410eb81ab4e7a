package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Spans as the tests need them, in which 100200 owns the images and 300400 is its consumer. */
class Spans {

    static final String OWNER = "100200";
    static final String CONSUMER = "300400";

    static Span stored(long bytes, String since, String until) {
        return span(Usage.STORAGE, OWNER, bytes, null, Instant.parse(since), Instant.parse(until));
    }

    static Span shared(long bytes, String since, String until) {
        return span(Usage.SHARE, CONSUMER, bytes, null, Instant.parse(since), Instant.parse(until));
    }

    static Span server(String account, String hourly, String since, String until) {
        return new Span(
                1,
                Usage.SERVER,
                account,
                account,
                UUID.randomUUID(),
                "web",
                "small",
                0,
                new BigDecimal(hourly),
                Instant.parse(since),
                Instant.parse(until));
    }

    static Span span(Usage usage, String account, long bytes, BigDecimal price, Instant since, Instant until) {
        String owner = usage == Usage.SHARE ? OWNER : account;
        return new Span(1, usage, account, owner, UUID.randomUUID(), "golden", "import", bytes, price, since, until);
    }
}
