package dev.handshake.benchmark;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as PostgreSQL logged it.
 *
 * @param sql with its parameters as {@code $1} and so on
 * @param values SQL literals of the parameters, in their order
 */
record CapturedStatement(String sql, List<String> values) {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = ('(?:[^']++|'')*+'|NULL)");
    private static final Pattern PLANNED = Pattern.compile("(?i)\\s*(select|insert|update|delete|with)\\b");

    /** @param detail what the log says of the parameters */
    static CapturedStatement of(String sql, String detail) {
        return new CapturedStatement(
                sql, VALUE.matcher(detail).results().map(each -> each.group(2)).toList());
    }

    /** The statement with its values instead of parameters. */
    String inlined() {
        return PARAMETER
                .matcher(sql)
                .replaceAll(each -> Matcher.quoteReplacement(values.get(Integer.parseInt(each.group(1)) - 1)));
    }

    /** Whether it has a plan; transaction control has none. */
    boolean hasPlan() {
        return PLANNED.matcher(sql).lookingAt();
    }

    /** What explains the plan that the portal's sessions use, which is the same for all values. */
    List<String> explanation() {
        String execute = values.isEmpty() ? "explained" : "explained(" + String.join(", ", values) + ")";
        return List.of(
                "set plan_cache_mode = force_generic_plan",
                "prepare explained as " + sql,
                "explain execute " + execute);
    }
}
