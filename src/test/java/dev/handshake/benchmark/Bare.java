package dev.handshake.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tables without indexes and constraints for a while, since rows go in many times faster. */
class Bare implements AutoCloseable {

    private static final String TABLES =
            "('image','image_tag','image_property','membership','history','usage_span','notice')";

    private final Database database;
    private final List<String> again = new ArrayList<>();

    /** Foreign keys go first and come last, since they stand on the others. */
    Bare(Database database) throws SQLException {
        this.database = database;
        constraints("contype = 'f'");
        constraints("contype <> 'f' and contype <> 'n'");
        indexes();
        Collections.reverse(again);
    }

    private void constraints(String which) throws SQLException {
        String on =
                " from pg_constraint where conrelid::regclass::text in " + TABLES + " and " + which + " order by oid";
        List<String> made = database.ask(
                "select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))"
                        + on);
        Collections.reverse(made);
        again.addAll(made);
        for (String each : database.ask(
                "select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname)" + on)) {
            database.run(each);
        }
    }

    private void indexes() throws SQLException {
        String on = " from pg_indexes where schemaname = 'public' and tablename in " + TABLES;
        again.addAll(database.ask("select indexdef" + on));
        for (String each : database.ask("select format('drop index %I', indexname)" + on)) {
            database.run(each);
        }
    }

    @Override
    public void close() throws SQLException {
        for (String each : again) {
            database.run(each);
        }
    }
}
