package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The package contains nothing of the demo, which lets anyone sign in as anyone. */
class PackagingIT {

    private static final Path PACKAGE = Path.of("target/quarkus-app");

    @Test
    void the_package_has_none_of_the_jars_of_dev_mode() throws IOException {
        List<Path> jars = jars(PACKAGE);
        assertFalse(jars.isEmpty(), "there is a package");
        assertEquals(List.of(), jars.stream().filter(PackagingIT::isForDevMode).toList());
    }

    @Test
    void the_package_has_nothing_of_demo_and_tests() throws IOException {
        List<Path> jars = jars(PACKAGE.resolve("app"));
        assertEquals(1, jars.size());
        assertEquals(
                List.of(),
                entries(jars.get(0)).stream()
                        .filter(name -> name.matches("(?i)(.*/)?(demo|application-(dev|test)).*"))
                        .toList());
    }

    /** The JVM silently ignores a class data archive that does not match. */
    @Test
    void a_start_takes_its_classes_from_the_archive() throws IOException, InterruptedException {
        File log = new File("target/e2e/classes.log");
        log.getParentFile().mkdirs();
        Process start = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:SharedArchiveFile=app-cds.jsa",
                        "-Xlog:class+load",
                        "-Dquarkus.appcds.generate=true", // exits before it needs a database
                        "-jar",
                        "quarkus-run.jar")
                .directory(PACKAGE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        start.waitFor();
        try (Stream<String> lines = Files.lines(log.toPath())) {
            long taken = lines.filter(line -> line.contains("shared objects file (top)"))
                    .count();
            assertTrue(taken > 1_000, taken + " classes");
        }
    }

    private static boolean isForDevMode(Path jar) {
        return jar.getFileName().toString().matches(".*(mock-oauth2|qute-debug).*");
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(".jar")).toList();
        }
    }

    private static List<String> entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }
}
