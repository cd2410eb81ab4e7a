package dev.handshake.e2e;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.handshake.testing.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A Keycloak with the realm {@code cloud}, whose users have their name as password. In-memory only. */
class KeycloakServer implements AutoCloseable {

    /** Unpacked by the build. */
    private static final Path HOME = Path.of(System.getProperty("keycloak.home"));

    static final String CLIENT = "handshake";
    static final String AUDIENCE = "handshake-api";
    static final String SECRET = "known to this test and to its realm alone";

    private final URI realm;
    private final ChildProcess process;
    private final FileChannel startLock;

    private KeycloakServer(URI realm, ChildProcess process, FileChannel startLock) {
        this.realm = realm;
        this.process = process;
        this.startLock = startLock;
    }

    /**
     * Waits while another JVM starts one, since the first start writes to the unpacked folder.
     *
     * @param portal the only URL allowed to sign in
     */
    static KeycloakServer start(URI portal) throws IOException {
        FileChannel startLock = FileChannel.open(HOME.resolve("start.lock"), CREATE, WRITE);
        startLock.lock();
        Path imports = Files.createDirectories(HOME.resolve("data/import"));
        try (var json = KeycloakServer.class.getResourceAsStream("/keycloak/cloud-realm.json")) {
            Files.copy(json, imports.resolve("cloud-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        String port = String.valueOf(ChildProcess.freePort());
        ChildProcess process = ChildProcess.start(
                new File("target/e2e/keycloak-" + port + ".log"),
                Map.of(
                        "PORTAL",
                        portal.toString(),
                        "SECRET",
                        SECRET,
                        "JAVA_OPTS_KC_HEAP",
                        "-Xmx512m -XX:TieredStopAtLevel=1"),
                HOME.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        return new KeycloakServer(URI.create("http://127.0.0.1:" + port + "/realms/cloud"), process, startLock);
    }

    URI realm() {
        return realm;
    }

    void awaitReady() throws InterruptedException, IOException {
        process.awaitHttpOk(URI.create(realm + "/.well-known/openid-configuration"));
        startLock.close();
    }

    @Override
    public void close() throws IOException {
        startLock.close();
        process.close();
    }
}
