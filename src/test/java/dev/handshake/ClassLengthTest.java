package dev.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class longer than a few screens does more than one thing. */
class ClassLengthTest {

    private static final int MAX_LINES = 200;

    /** The catalogue of refusals. */
    private static final Path EXCEPTION = Path.of("src/main/java/dev/handshake/error/Reason.java");

    @Test
    void no_class_is_longer_than_200_lines() throws IOException {
        Map<Path, Integer> lengths = lengths();
        assertTrue(lengths.size() > 500, lengths.size() + " files read");
        lengths.remove(EXCEPTION);
        lengths.values().removeIf(lines -> lines <= MAX_LINES);
        assertEquals(Map.of(), lengths);
    }

    private static Map<Path, Integer> lengths() throws IOException {
        Map<Path, Integer> lengths = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                lengths.put(file, Files.readAllLines(file).size());
            }
        }
        return lengths;
    }
}
