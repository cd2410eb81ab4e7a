package dev.handshake.benchmark;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Images in two regions with ten members each on average, and all that the portal would have written on the way:
 * history, usage, notices. What is written to while it is measured belongs to accounts of its own.
 */
class DataSet {

    /** Images of the writer, each offered to so many accounts. */
    static final int WRITTEN = 20_000;

    static final int ANSWERING = 2 * Rows.TURNS;

    private final long images;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final Tables tables;

    private DataSet(Tables tables, long images) {
        this.images = images;
        this.tables = tables;
    }

    /** @param database with the schema, and nothing in it */
    static void load(Database database, long images) throws SQLException {
        try (Bare bare = new Bare(database);
                Tables tables = new Tables(database)) {
            new DataSet(tables, images).load();
        }
        for (String sequence : new String[] {"history_seq", "usage_span_seq", "notice_seq"}) {
            database.run("alter sequence " + sequence + " restart with " + (images * 100 + 10_000_000));
        }
        database.run("vacuum analyze", "checkpoint");
    }

    private void load() throws SQLException {
        for (long number = 0; number < images; number++) {
            tables.add(Picture.of(number, images, now));
        }
        for (int number = 0; number < WRITTEN; number++) {
            tables.add(written(number));
        }
    }

    private Picture written(int number) {
        Instant created = now.minusSeconds(WRITTEN - number);
        var offers = IntStream.range(0, ANSWERING)
                .mapToObj(each -> new Picture.Offer(Account.answering(each), "PENDING", created, null))
                .toList();
        return new Picture(number, writtenId(number), "DFW", Account.WRITER, created, offers);
    }

    static UUID writtenId(int number) {
        return Dice.id(number, 8);
    }
}
