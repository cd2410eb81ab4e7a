package dev.handshake.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The logged SQL statements of some requests, grouped by request. */
record CapturedStatements(List<List<CapturedStatement>> requests) {

    /** Separates requests in the log. */
    static final String MARKER = "select 'the next request'";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LOGGED = Pattern.compile("(?s)(?:execute [^:]*|statement): (.*)");
    private static final Pattern ENDED = Pattern.compile("(?i)commit|rollback");
    /** Statements of background jobs. */
    private static final Pattern BACKGROUND =
            Pattern.compile("from (task|mailing|webhook_event)\\b|due_at<|lease_until<|into runner|\\bcrew\\b");

    /** @param log JSON, one object per line; a marker precedes each request and follows the last */
    static CapturedStatements parse(Path log) throws IOException {
        List<List<CapturedStatement>> requests = new ArrayList<>();
        Map<String, List<CapturedStatement>> transactions = new HashMap<>();
        for (String line : Files.readAllLines(log)) {
            JsonNode told = JSON.readTree(line);
            CapturedStatement statement = statement(told);
            if (statement != null && MARKER.equals(statement.sql())) {
                requests.add(new ArrayList<>());
            } else if (statement != null && !requests.isEmpty()) {
                String session = told.path("session_id").asText();
                List<CapturedStatement> transaction =
                        transactions.computeIfAbsent(session, begins -> new ArrayList<>());
                transaction.add(statement);
                if (isComplete(transaction)) {
                    transactions.remove(session);
                    if (!isBackground(transaction)) {
                        requests.get(requests.size() - 1).addAll(transaction);
                    }
                }
            }
        }
        requests.remove(requests.size() - 1);
        return new CapturedStatements(
                requests.stream().filter(each -> !each.isEmpty()).toList());
    }

    private static boolean isComplete(List<CapturedStatement> transaction) {
        return !transaction.get(0).sql().equalsIgnoreCase("begin")
                || ENDED.matcher(transaction.get(transaction.size() - 1).sql()).matches();
    }

    private static boolean isBackground(List<CapturedStatement> transaction) {
        return transaction.stream()
                .anyMatch(each -> BACKGROUND.matcher(each.sql()).find());
    }

    private static CapturedStatement statement(JsonNode told) {
        Matcher message = LOGGED.matcher(told.path("message").asText());
        return message.matches()
                ? CapturedStatement.of(message.group(1), told.path("detail").asText())
                : null;
    }

    /** The median number of statements per request, including begin and commit. */
    long medianPerRequest() {
        return requests.stream()
                .mapToLong(List::size)
                .sorted()
                .skip(requests.size() / 2)
                .findFirst()
                .orElse(0);
    }

    /**
     * Writes one pgbench script per request.
     *
     * @return the files
     */
    List<Path> writeScripts(Path folder) throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (List<CapturedStatement> request : requests) {
            Path script = folder.resolve("request-" + scripts.size() + ".sql");
            scripts.add(Files.write(
                    script,
                    request.stream().map(CapturedStatements::toPgbenchLine).toList()));
        }
        return scripts;
    }

    /** Writes one pgbench script with all requests. */
    Path writeScript(Path folder) {
        try {
            return Files.write(
                    folder.resolve("requests.sql"),
                    requests.stream()
                            .flatMap(List::stream)
                            .map(CapturedStatements::toPgbenchLine)
                            .toList());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** On one line and without colons in literals, which pgbench would take for variables. */
    private static String toPgbenchLine(CapturedStatement statement) {
        String plain = statement.inlined().replaceAll("\\s+", " ");
        return Pattern.compile("'((?:[^']++|'')*+)'")
                        .matcher(plain)
                        .replaceAll(text -> Matcher.quoteReplacement(
                                "E'" + text.group(1).replace("\\", "\\\\").replace(":", "\\072") + "'"))
                + ";";
    }
}
