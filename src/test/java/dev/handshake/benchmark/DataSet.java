package dev.handshake.benchmark;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Images in two regions with ten members each on average, and the history, usage and notifications the portal would
 * have written. Data written to during measurements belongs to separate accounts.
 */
class DataSet {

    /** Images of the writer, each offered to {@link #RESPONDERS} accounts. */
    static final int WRITER_IMAGES = 20_000;

    static final int RESPONDERS = 2 * Scenarios.TURNS;

    private final long images;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final DataSetWriter writer;

    private DataSet(DataSetWriter writer, long images) {
        this.images = images;
        this.writer = writer;
    }

    /** @param database with an empty schema */
    static void load(BenchmarkDatabase database, long images) throws SQLException {
        try (BulkLoadMode bulkLoadMode = new BulkLoadMode(database);
                DataSetWriter dataSetWriter = new DataSetWriter(database)) {
            new DataSet(dataSetWriter, images).load();
        }
        for (String sequence : new String[] {"history_seq", "usage_span_seq", "notice_seq"}) {
            database.run("alter sequence " + sequence + " restart with " + (images * 100 + 10_000_000));
        }
        database.run("vacuum analyze", "checkpoint");
    }

    private void load() throws SQLException {
        for (long number = 0; number < images; number++) {
            writer.add(GeneratedImage.generate(number, images, now));
        }
        for (int number = 0; number < WRITER_IMAGES; number++) {
            writer.add(writerImage(number));
        }
    }

    private GeneratedImage writerImage(int number) {
        Instant created = now.minusSeconds(WRITER_IMAGES - number);
        var offers = IntStream.range(0, RESPONDERS)
                .mapToObj(each ->
                        new GeneratedImage.GeneratedOffer(BenchmarkAccounts.responder(each), "PENDING", created, null))
                .toList();
        return new GeneratedImage(number, writerImageId(number), "DFW", BenchmarkAccounts.WRITER, created, offers);
    }

    static UUID writerImageId(int number) {
        return DeterministicRandom.uuid(number, 8);
    }
}
