package dev.handshake.benchmark;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Some accounts and images of the data set, as different as its own are. */
class Sample {

    /** What the others have, in every data set: the same page, so that only the set around it differs. */
    private static final int FEW = 8;

    private final Database database;
    private final long images;

    Sample(Database database, long images) {
        this.database = database;
        this.images = images;
    }

    /** Half of them own many images, half a few. */
    Stream<String> owners() throws SQLException {
        return Stream.concat(
                IntStream.range(0, 8).mapToObj(Account::common),
                withFew("owner from image where region = 'DFW' and visibility <> 'PUBLIC' group by owner"));
    }

    /** Half of them are offered a great many, half a few. */
    Stream<String> invited() throws SQLException {
        return Stream.concat(
                IntStream.range(0, 8).mapToObj(Account::great),
                withFew("member from membership where region = 'DFW' and status = 'PENDING' group by member"));
    }

    /** @param accounts of which the count is to be {@link #FEW}, or as near to it as there are any */
    private Stream<String> withFew(String accounts) throws SQLException {
        return database.ask("select " + accounts + " order by abs(count(*) - " + FEW + "), 1 limit 8").stream();
    }

    List<String> owned() throws SQLException {
        return pictures("owner in ('" + String.join("','", owners().toList()) + "')");
    }

    /**
     * As those see them who are offered a great many.
     *
     * @return member and id, parted by a blank
     */
    List<String> shared() throws SQLException {
        String greats = IntStream.range(0, 4).mapToObj(Account::great).collect(Collectors.joining("','"));
        return database.ask("select member || ' ' || image_id from membership where region = 'DFW' and member in ('"
                + greats + "') order by offered_at limit 32");
    }

    List<String> hundreds() throws SQLException {
        List<String> ids = IntStream.iterate(111, number -> number < images, number -> number + 100)
                .limit(40)
                .mapToObj(number -> "'" + Picture.id(number) + "'")
                .toList();
        return pictures("id in (" + String.join(",", ids) + ")");
    }

    /** @return owner and id, parted by a blank */
    private List<String> pictures(String which) throws SQLException {
        return database.ask("select owner || ' ' || id from image where region = 'DFW' and " + which
                + " order by created_at limit 32");
    }
}
