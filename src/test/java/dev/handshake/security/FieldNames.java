package dev.handshake.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of all form fields, query parameters and JSON keys, collected from the sources. */
class FieldNames {

    private static final Pattern FIELD = Pattern.compile("name=\"(\\w+)\"");
    private static final Pattern KEY = Pattern.compile("\"(\\w+)\": ?[{\\[\"]");
    private static final Pattern PARAMETER =
            Pattern.compile("@Rest(?:Query|Form) \\w+(?:<\\w+>)? (\\w+)|(?:getFirst|apply)\\(\"(\\w+)\"");

    static List<String> all() {
        return Stream.of(
                        find("src/main/resources/templates", FIELD),
                        find("src/main/resources/schemas", KEY),
                        find("src/main/java", PARAMETER),
                        find(
                                "src/main/resources/META-INF/resources/openapi.json",
                                Pattern.compile("\"name\": ?\"(\\w+)\"")))
                .flatMap(words -> words)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> find(String place, Pattern pattern) {
        try (Stream<Path> files = Files.walk(Path.of(place))) {
            return files.filter(Files::isRegularFile).flatMap(file -> find(file, pattern)).toList().stream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Stream<String> find(Path file, Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(file)).results().map(FieldNames::group).toList().stream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String group(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
