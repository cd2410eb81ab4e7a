package dev.handshake.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** An S3-compatible object store with one bucket, as a child process storing objects in a folder. */
public class S3Server implements AutoCloseable {

    public static final String BUCKET = "images";

    /** Downloaded by the build. */
    private static final Path JAR = Path.of("target/s3proxy/s3proxy-jar-with-dependencies.jar");

    private static final String ACCESS_KEY = "handshake";
    private static final String SECRET = "known to this server and its portals";

    private final URI endpoint;
    private final Path data;
    private final ChildProcess process;

    private S3Server(URI endpoint, Path data, ChildProcess process) {
        this.endpoint = endpoint;
        this.data = data;
        this.process = process;
    }

    public static S3Server start() {
        try {
            Path home = Files.createTempDirectory(JAR.getParent().toAbsolutePath(), "run");
            Path data = Files.createDirectories(home.resolve("data/" + BUCKET));
            URI endpoint = URI.create("http://127.0.0.1:" + ChildProcess.freePort());
            return new S3Server(endpoint, data, startProcess(home, endpoint)).awaitReady();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ChildProcess startProcess(Path home, URI endpoint) throws IOException {
        Map<String, String> settings = Map.of(
                "s3proxy.endpoint",
                endpoint.toString(),
                "s3proxy.authorization",
                "aws-v2-or-v4",
                "s3proxy.identity",
                ACCESS_KEY,
                "s3proxy.credential",
                SECRET,
                "jclouds.provider",
                "filesystem-nio2",
                "jclouds.filesystem.basedir",
                home.resolve("data").toString());
        Path file = Files.write(home.resolve("s3proxy.conf"), lines(settings));
        return ChildProcess.start(
                new File(home.toFile(), "s3proxy.log"),
                Map.of(),
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-jar",
                JAR.toString(),
                "--properties",
                file.toString());
    }

    private static List<String> lines(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
    }

    private S3Server awaitReady() throws InterruptedException {
        process.awaitHttpOk(endpoint.resolve("/healthz"));
        return this;
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Settings for a portal in a separate process, as environment variables. */
    public Map<String, String> environment() {
        Map<String, String> environment =
                new HashMap<>(Map.of("AWS_ACCESS_KEY_ID", ACCESS_KEY, "AWS_SECRET_ACCESS_KEY", SECRET));
        settings()
                .forEach((name, value) ->
                        environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return environment;
    }

    /** Settings for a portal in this process. */
    public Map<String, String> settings() {
        System.setProperty("aws.accessKeyId", ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", SECRET);
        return Map.of(
                "handshake.images.store",
                "s3",
                "handshake.images.s3.bucket",
                BUCKET,
                "handshake.images.s3.endpoint",
                endpoint.toString(),
                "handshake.images.s3.path-style",
                "true");
    }

    /** The number of files, of objects and pending parts. */
    public long fileCount() {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException | UncheckedIOException changed) {
            return fileCount();
        }
    }

    @Override
    public void close() {
        process.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException stays) {
            throw new IllegalStateException(stays);
        }
    }
}
