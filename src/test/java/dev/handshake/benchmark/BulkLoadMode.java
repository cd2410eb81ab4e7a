package dev.handshake.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Drops indexes and constraints during a bulk load, which makes it many times faster, and restores them on close. */
class BulkLoadMode implements AutoCloseable {

    private static final String TABLES =
            "('image','image_tag','image_property','membership','history','usage_span','notice')";

    private final BenchmarkDatabase database;
    private final List<String> restoreStatements = new ArrayList<>();

    /** Foreign keys are dropped first and restored last, since they depend on other constraints. */
    BulkLoadMode(BenchmarkDatabase database) throws SQLException {
        this.database = database;
        dropConstraints("contype = 'f'");
        dropConstraints("contype <> 'f' and contype <> 'n'");
        dropIndexes();
        Collections.reverse(restoreStatements);
    }

    private void dropConstraints(String which) throws SQLException {
        String on =
                " from pg_constraint where conrelid::regclass::text in " + TABLES + " and " + which + " order by oid";
        List<String> made = database.query(
                "select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))"
                        + on);
        Collections.reverse(made);
        restoreStatements.addAll(made);
        for (String each : database.query(
                "select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname)" + on)) {
            database.run(each);
        }
    }

    private void dropIndexes() throws SQLException {
        String on = " from pg_indexes where schemaname = 'public' and tablename in " + TABLES;
        restoreStatements.addAll(database.query("select indexdef" + on));
        for (String each : database.query("select format('drop index %I', indexname)" + on)) {
            database.run(each);
        }
    }

    @Override
    public void close() throws SQLException {
        for (String each : restoreStatements) {
            database.run(each);
        }
    }
}
