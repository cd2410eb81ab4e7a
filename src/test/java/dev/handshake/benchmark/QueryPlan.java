package dev.handshake.benchmark;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** How PostgreSQL would find what a statement asks for. */
record QueryPlan(String statement, String text) {

    private static final Pattern WHOLE_TABLE =
            Pattern.compile("Seq Scan on (image|image_tag|image_property|membership|history|usage_span|notice)"
                    + "(_in_\\w+|_elsewhere)?\\b");

    private static final Pattern ANOTHER_REGION = Pattern.compile("\\w+(_in_ord|_elsewhere)\\b");

    private static final Pattern PLANNED = Pattern.compile("(?i)\\s*(select|insert|update|delete|with)\\b");

    /** Not so for what begins and ends a transaction. */
    static boolean canExplain(String statement) {
        return PLANNED.matcher(statement).lookingAt();
    }

    static QueryPlan explain(String statement, BenchmarkDatabase tables) throws SQLException {
        return new QueryPlan(statement, String.join("\n", tables.query("explain " + statement)));
    }

    /** Whether no table that grows is read whole. */
    boolean usesIndexes() {
        return !WHOLE_TABLE.matcher(text).find();
    }

    /** Whether, of tables that are partitioned, only the partitions of DFW are touched. */
    boolean touchesOnlyDfw() {
        return !ANOTHER_REGION.matcher(text).find();
    }

    @Override
    public String toString() {
        return statement + "\n" + text;
    }
}
