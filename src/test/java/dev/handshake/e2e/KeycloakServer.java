package dev.handshake.e2e;

import dev.handshake.testing.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
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

    private KeycloakServer(URI realm, ChildProcess process) {
        this.realm = realm;
        this.process = process;
    }

    /** @param portal the only URL allowed to sign in */
    static KeycloakServer start(URI portal) throws IOException {
        Path imports = Files.createDirectories(HOME.resolve("data/import"));
        try (var json = KeycloakServer.class.getResourceAsStream("/keycloak/cloud-realm.json")) {
            Files.copy(json, imports.resolve("cloud-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        String port = String.valueOf(ChildProcess.freePort());
        ChildProcess process = ChildProcess.start(
                new File("target/e2e/keycloak.log"),
                Map.of("PORTAL", portal.toString(), "SECRET", SECRET, "JAVA_OPTS_KC_HEAP", "-Xmx512m"),
                HOME.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        return new KeycloakServer(URI.create("http://127.0.0.1:" + port + "/realms/cloud"), process);
    }

    URI realm() {
        return realm;
    }

    void awaitReady() throws InterruptedException {
        process.awaitHttpOk(URI.create(realm + "/.well-known/openid-configuration"));
    }

    @Override
    public void close() {
        process.close();
    }
}
