package dev.handshake.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits of the demo's database are durable: killing the process right after a commit loses nothing. */
class DemoDurabilityTest {

    private static final int CHANGES = 50;

    @TempDir
    Path folder;

    /** Commits changes to the database given as argument, prints that, and waits to be killed. */
    static class CommittingProcess {
        public static void main(String[] url) throws Exception {
            try (Connection database = DriverManager.getConnection(url[0])) {
                database.createStatement().execute("create table change (id int)");
                for (int each = 0; each < CHANGES; each++) {
                    database.createStatement().execute("insert into change values (" + each + ")");
                }
                System.out.println("committed");
                Thread.sleep(60_000);
            }
        }
    }

    @Test
    void no_answered_change_is_lost_when_the_demo_is_killed() throws Exception {
        Process demo = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommittingProcess.class.getName(),
                        url())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("committed", said.readLine());
        } finally {
            demo.destroyForcibly().waitFor();
        }
        try (Connection database = DriverManager.getConnection(url());
                ResultSet rows = database.createStatement().executeQuery("select count(*) from change")) {
            rows.next();
            assertEquals(CHANGES, rows.getInt(1));
        }
    }

    /** The demo's database URL, with the file in this test's folder. */
    private String url() throws Exception {
        Properties settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application-dev.properties"))) {
            settings.load(file);
        }
        String demos = settings.getProperty("quarkus.datasource.jdbc.url");
        String url = demos.replace("./.demo/", folder.toAbsolutePath() + "/");
        assertNotEquals(demos, url);
        return url;
    }
}
