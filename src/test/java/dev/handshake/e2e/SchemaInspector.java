package dev.handshake.e2e;

import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes a database's tables, regardless of whether they are partitioned; partitions are left out. */
class SchemaInspector {

    private static final String TABLES =
            "relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition";

    private static final String COLUMNS =
            "select concat_ws(' ', relname, attnum, attname, format_type(atttypid, atttypmod),"
                    + " attnotnull, pg_get_expr(adbin, adrelid)) from pg_class c join pg_attribute on attrelid = c.oid and attnum > 0"
                    + " left join pg_attrdef on adrelid = c.oid and adnum = attnum where " + TABLES;

    private static final String CONSTRAINTS = "select concat_ws(' ', relname, conname, convalidated, condeferrable,"
            + " pg_get_constraintdef(k.oid)) from pg_constraint k join pg_class c on c.oid = conrelid"
            + " where conparentid = 0 and " + TABLES;

    private static final String INDEXES =
            "select replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') || indisvalid"
                    + " from pg_index join pg_class c on c.oid = indrelid where " + TABLES;

    private static final String RIGHTS =
            "select concat_ws(' ', relname, relowner::regrole, relacl) from pg_class where " + TABLES;

    private static final String SEQUENCES =
            "select concat_ws(' ', sequencename, last_value, increment_by) from pg_sequences";

    private final RestartablePostgres restartablePostgres;

    SchemaInspector(RestartablePostgres restartablePostgres) {
        this.restartablePostgres = restartablePostgres;
    }

    /** Columns, constraints, indexes, privileges and sequences as text. */
    List<String> definitions() throws SQLException {
        String all = Stream.of(COLUMNS, CONSTRAINTS, INDEXES, RIGHTS, SEQUENCES)
                .collect(Collectors.joining(") union all (", "(", ") order by 1"));
        return restartablePostgres.queryColumn(all);
    }

    /** The row count and a digest of each table. */
    SortedMap<String, String> rowDigests() throws SQLException {
        SortedMap<String, String> rows = new TreeMap<>();
        for (String table : restartablePostgres.queryColumn("select relname from pg_class where " + TABLES)) {
            rows.put(table, rowDigests(table));
        }
        return rows;
    }

    private String rowDigests(String table) throws SQLException {
        return restartablePostgres
                .queryColumn(
                        "select count(*) || ' ' || coalesce(md5(string_agg(each::text, ' ' order by each::text)), '') from "
                                + table + " each")
                .get(0);
    }
}
