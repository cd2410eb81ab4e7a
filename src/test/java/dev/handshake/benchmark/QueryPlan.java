package dev.handshake.benchmark;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** PostgreSQL's plan for a statement with any values. */
record QueryPlan(String statement, String text) {

    private static final Pattern WHOLE_TABLE =
            Pattern.compile("Seq Scan on (image|image_tag|image_property|membership|history|usage_span|notice)"
                    + "(_in_\\w+|_elsewhere)?\\b");

    private static final Pattern ANOTHER_REGION = Pattern.compile("\\w+(_in_ord|_elsewhere)\\b");

    /** Memberships of given images taken from another index than the key, which is by image. */
    private static final Pattern ALL_OF_ACCOUNT =
            Pattern.compile("using (?!\\w*pkey)\\w+ on membership\\w*[^\\n]*\\n\\s*Index Cond: [^\\n]*[( ]image_id = ");

    static QueryPlan explain(CapturedStatement statement, BenchmarkDatabase tables) throws SQLException {
        return new QueryPlan(statement.inlined(), String.join("\n", tables.queryLast(statement.explanation())));
    }

    /** Whether no growing table is scanned sequentially. */
    boolean usesIndexes() {
        return !WHOLE_TABLE.matcher(text).find();
    }

    /** Whether memberships of given images are found by image, rather than among all memberships of an account. */
    boolean findsMembersByImage() {
        return !ALL_OF_ACCOUNT.matcher(text).find();
    }

    /** Whether only partitions of DFW are accessed, if tables are partitioned. */
    boolean touchesOnlyDfw() {
        return !ANOTHER_REGION.matcher(text).find();
    }

    @Override
    public String toString() {
        return statement + "\n" + text;
    }
}
