package dev.handshake.e2e;

import dev.handshake.Mirror;
import dev.handshake.Running;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The portal with all that an operator puts around it, and a browser for the people who use it. */
class Stage implements AutoCloseable {

    private final Deque<AutoCloseable> setUp = new ArrayDeque<>();
    private final Map<String, Person> signedIn = new HashMap<>();
    private final ImageFolder folder = new ImageFolder();
    private Chromium chromium;
    private Mirror mirror;
    private PackagedPortal portal;
    private Letterbox letterbox;

    static Stage set() {
        Stage stage = new Stage();
        try {
            stage.build();
            return stage;
        } catch (Exception broken) {
            stage.close();
            throw new IllegalStateException("The stage could not be set", broken);
        }
    }

    private void build() throws Exception {
        URI address = URI.create("http://localhost:" + Running.freePort());
        Keycloak keycloak = keep(Keycloak.start(address));
        chromium = keep(new Chromium());
        String database = keep(EmbeddedPostgres.start()).getJdbcUrl("postgres", "postgres");
        keycloak.await();
        letterbox = keep(new Letterbox());
        mirror = keep(new Mirror());
        Map<String, String> settings = new HashMap<>(folder.environment());
        settings.putAll(letterbox.settings(address));
        settings.putAll(mirror.environment());
        portal = keep(PackagedPortal.start(address, database, keycloak.realm(), settings));
    }

    private <T extends AutoCloseable> T keep(T part) {
        setUp.push(part);
        return part;
    }

    PackagedPortal portal() {
        return portal;
    }

    Mirror mirror() {
        return mirror;
    }

    ImageFolder folder() {
        return folder;
    }

    Letterbox letterbox() {
        return letterbox;
    }

    /** The person of that name, signed in since the first time it was asked for. */
    Person person(String name) {
        return signedIn.computeIfAbsent(name, same -> comes(same).signsIn("/account"));
    }

    /** Somebody who has just opened a browser. */
    Person comes(String name) {
        return new Person(name, chromium.context(true), true, portal);
    }

    Person comesWithoutScript(String name) {
        return new Person(name, chromium.context(false), false, portal);
    }

    @Override
    public void close() {
        while (!setUp.isEmpty()) {
            try {
                setUp.pop().close();
            } catch (Exception stubborn) {
                System.err.println("Not ended: " + stubborn);
            }
        }
    }
}
