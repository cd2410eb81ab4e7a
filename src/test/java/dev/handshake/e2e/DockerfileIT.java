package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the steps of the Dockerfile in a folder with this JVM, for machines that cannot build images. */
class DockerfileIT {

    private static final File LOG = new File("target/e2e/container.log");

    @TempDir
    Path folder;

    @Test
    void the_steps_of_the_dockerfile_end_well_and_leave_an_archive_of_classes() throws Exception {
        for (String step : steps("COPY --chown=0:0 ")) {
            String[] sourceAndTarget = step.split(" ");
            assertEquals(
                    0, run(Path.of("."), "cp -r " + sourceAndTarget[0] + " " + folder.resolve(sourceAndTarget[1])));
        }
        List<String> made = steps("RUN ");
        assertEquals(1, made.size());
        assertEquals(0, run(folder, made.get(0)), () -> "see " + LOG);
        assertTrue(Files.size(folder.resolve("app-cds.jsa")) > 10 << 20);
    }

    private static List<String> steps(String instruction) throws IOException {
        String all = Files.readString(Path.of("src/main/docker/Dockerfile")).replace("\\\n", "");
        return Stream.of(all.split("\n"))
                .filter(line -> line.startsWith(instruction))
                .map(line -> line.substring(instruction.length()))
                .toList();
    }

    private static int run(Path where, String command) throws IOException, InterruptedException {
        LOG.getParentFile().mkdirs();
        String java = System.getProperty("java.home") + "/bin:";
        return new ProcessBuilder("sh", "-c", "PATH=" + java + "$PATH; " + command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG))
                .start()
                .waitFor();
    }
}
