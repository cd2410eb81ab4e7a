package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The portal as it is delivered: its own process, in little memory, told by its environment alone what to do. */
class PackagedPortal implements AutoCloseable {

    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    private final URI address;
    private final Path images;
    private final Running process;

    private PackagedPortal(URI address, Path images, Running process) {
        this.address = address;
        this.images = images;
        this.process = process;
    }

    static PackagedPortal start(URI address, String database, Keycloak keycloak, Path images) throws Exception {
        Map<String, String> environment = Map.of(
                "QUARKUS_HTTP_PORT",
                String.valueOf(address.getPort()),
                "QUARKUS_DATASOURCE_JDBC_URL",
                database,
                "QUARKUS_DATASOURCE_USERNAME",
                "postgres",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                keycloak.realm().toString(),
                "QUARKUS_OIDC_CLIENT_ID",
                Keycloak.CLIENT,
                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                Keycloak.SECRET,
                "HANDSHAKE_REGIONS",
                "DFW,ORD",
                "HANDSHAKE_IMAGES_FOLDER",
                images.toString());
        Running process = Running.start(
                new File("target/e2e/portal.log"),
                environment,
                JAVA,
                "-Xmx256m",
                "-jar",
                "target/quarkus-app/quarkus-run.jar");
        PackagedPortal portal = new PackagedPortal(address, images, process);
        process.awaitAnswer(portal.at("/signed-out"));
        return portal;
    }

    URI at(String path) {
        return address.resolve(path);
    }

    /** Where it keeps the data of an image, given the path of its page. */
    Path data(String image) {
        return images.resolve(image.replaceFirst("^/(.*)/images/", "$1/"));
    }

    /** Waits until so many files are on their way in. */
    void awaitIncoming(int files) throws Exception {
        for (int tries = 0; tries < 100 && incoming() != files; tries++) {
            Thread.sleep(100);
        }
        assertEquals(files, incoming(), "files on their way in");
    }

    private long incoming() throws IOException {
        try (Stream<Path> files = Files.walk(images)) {
            return files.filter(each -> each.getParent().endsWith(".incoming")).count();
        } catch (NoSuchFileException changed) {
            return incoming();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
