package dev.handshake.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A command of the machine. */
class ExternalCommand {

    /**
     * @return what it printed.
     * @throws IllegalStateException where it failed
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
