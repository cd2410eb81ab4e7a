package dev.handshake.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs a command. */
class ExternalCommand {

    /**
     * @return its output
     * @throws IllegalStateException if it failed
     */
    static String run(String... words) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", words) + " failed: " + said);
        }
        return said;
    }
}
