package dev.handshake.testing;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A child process that logs to a file and ends with this JVM at the latest. */
public class ChildProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);

    private final Process process;
    private final File log;

    private ChildProcess(Process process, File log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    public static ChildProcess start(File log, Map<String, String> environment, String... command) throws IOException {
        return start(new File("."), log, environment, command);
    }

    /**
     * Starts the packaged portal as its container does: in its folder, since the JVM uses the AOT cache or the class
     * data archive, whichever is in it, only there.
     */
    public static ChildProcess startPortal(
            File folder, File log, Map<String, String> environment, List<String> jvmOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
        boolean isTraining = jvmOptions.stream().anyMatch(each -> each.startsWith("-XX:AOTCacheOutput"));
        if (!isTraining) {
            boolean isTrained = new File(folder, "app.aot").exists();
            command.add(isTrained ? "-XX:AOTCache=app.aot" : "-XX:SharedArchiveFile=app-cds.jsa");
        }
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return start(folder, log, environment, command.toArray(String[]::new));
    }

    private static ChildProcess start(File folder, File log, Map<String, String> environment, String... command)
            throws IOException {
        log.getParentFile().mkdirs();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder)
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start(), log);
    }

    /** A port that is free at the moment. */
    public static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    public void awaitHttpOk(URI address) throws InterruptedException {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (!respondsOk(address)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(address + " does not answer; see " + log);
            }
            Thread.sleep(250);
        }
    }

    private static boolean respondsOk(URI address) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        try {
            HttpResponse<Void> response = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding());
            return response.statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @return the lines of its log that match */
    public List<String> logLines(Pattern thing) {
        try (Stream<String> lines = Files.lines(log.toPath())) {
            return lines.filter(thing.asPredicate()).toList();
        } catch (IOException unreadable) {
            return List.of(unreadable.toString());
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Kills it without a chance to shut down. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Sends a termination signal and waits for the end, however long it takes. */
    public void terminate() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
    }
}
