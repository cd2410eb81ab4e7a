package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code openstack} command as one user. Commands are words with single spaces between them. */
class OpenStackCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final File NOTHING = new File("/dev/null");

    private final Map<String, String> environment;

    private record Result(int status, String output, String errors) {}

    OpenStackCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @return what it prints; expects success */
    String run(String command) {
        Result result = execute(command);
        assertEquals(0, result.status, () -> command + ":\n" + result.errors);
        return result.output.strip();
    }

    /** @return one column of what it shows */
    String value(String column, String command) {
        return run(command + " -f value -c " + column);
    }

    JsonNode json(String command) {
        try {
            return JSON.readTree(run(command + " -f json"));
        } catch (IOException noJson) {
            throw new UncheckedIOException(command, noJson);
        }
    }

    /** Expects failure with these words. */
    void fails(String words, String command) {
        Result result = execute(command);
        assertNotEquals(0, result.status, () -> command + " succeeds:\n" + result.output);
        assertTrue(result.errors.contains(words), () -> command + ":\n" + result.errors);
    }

    private Result execute(String command) {
        List<String> words = new ArrayList<>(List.of("openstack"));
        words.addAll(List.of(command.split(" ")));
        try {
            Path output = Files.createTempFile("openstack", ".out");
            Path errors = Files.createTempFile("openstack", ".err");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .redirectInput(NOTHING) // which it may wait for
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            int status = builder.start().waitFor();
            return new Result(status, take(output), take(errors));
        } catch (IOException broken) {
            throw new UncheckedIOException(command, broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command, stop);
        }
    }

    private static String take(Path file) throws IOException {
        String text = Files.readString(file);
        Files.delete(file);
        return text;
    }
}
