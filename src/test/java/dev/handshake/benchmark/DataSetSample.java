package dev.handshake.benchmark;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A representative sample of accounts and images. */
class DataSetSample {

    /**
     * The row count of typical accounts, the same in every data set, so that results depend only on the size of the
     * data set.
     */
    private static final int TYPICAL_COUNT = 8;

    private final BenchmarkDatabase database;
    private final long images;

    DataSetSample(BenchmarkDatabase database, long images) {
        this.database = database;
        this.images = images;
    }

    /** Half of them own many images, half a few. */
    Stream<String> owners() throws SQLException {
        return Stream.concat(
                IntStream.range(0, 8).mapToObj(BenchmarkAccounts::ordinary),
                withTypicalCount("owner from image where region = 'DFW' and visibility <> 'PUBLIC' group by owner"));
    }

    /** Half of them have very many invitations, half a few. */
    Stream<String> invited() throws SQLException {
        return Stream.concat(
                IntStream.range(0, 8).mapToObj(BenchmarkAccounts::largeConsumer),
                withTypicalCount("member from membership where region = 'DFW' and status = 'PENDING' group by member"));
    }

    /** @param accounts a query grouped by account; selects those with a count close to {@link #TYPICAL_COUNT} */
    private Stream<String> withTypicalCount(String accounts) throws SQLException {
        return database
                .query("select " + accounts + " order by abs(count(*) - " + TYPICAL_COUNT + "), 1 limit 8")
                .stream();
    }

    List<String> owned() throws SQLException {
        return images("owner in ('" + String.join("','", owners().toList()) + "')");
    }

    /**
     * Images shared with accounts that have very many invitations.
     *
     * @return member and id, separated by a space
     */
    List<String> shared() throws SQLException {
        String greats =
                IntStream.range(0, 4).mapToObj(BenchmarkAccounts::largeConsumer).collect(Collectors.joining("','"));
        return database.query("select member || ' ' || image_id from membership where region = 'DFW' and member in ('"
                + greats + "') order by offered_at limit 32");
    }

    List<String> withHundredMembers() throws SQLException {
        List<String> ids = IntStream.iterate(111, number -> number < images, number -> number + 100)
                .limit(40)
                .mapToObj(number -> "'" + GeneratedImage.id(number) + "'")
                .toList();
        return images("id in (" + String.join(",", ids) + ")");
    }

    /** @return owner and id, separated by a space */
    private List<String> images(String which) throws SQLException {
        return database.query("select owner || ' ' || id from image where region = 'DFW' and " + which
                + " order by created_at limit 32");
    }
}
