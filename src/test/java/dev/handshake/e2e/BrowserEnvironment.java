package dev.handshake.e2e;

import dev.handshake.testing.ChildProcess;
import dev.handshake.testing.FakeMirror;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The portal with its whole environment, and a browser for its users. */
class BrowserEnvironment implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<String, BrowserUser> signedIn = new HashMap<>();
    private final ImageFolder folder = new ImageFolder();
    private Chromium chromium;
    private FakeMirror mirror;
    private PackagedPortal portal;
    private GreenMailServer mailServer;

    static BrowserEnvironment start() {
        BrowserEnvironment browserEnvironment = new BrowserEnvironment();
        try {
            browserEnvironment.startAll();
            return browserEnvironment;
        } catch (Exception broken) {
            browserEnvironment.close();
            throw new IllegalStateException("The stage could not be set", broken);
        }
    }

    private void startAll() throws Exception {
        URI address = URI.create("http://localhost:" + ChildProcess.freePort());
        KeycloakServer keycloak = closeAtEnd(KeycloakServer.start(address));
        chromium = closeAtEnd(new Chromium());
        String database = closeAtEnd(EmbeddedPostgres.start()).getJdbcUrl("postgres", "postgres");
        keycloak.awaitReady();
        mailServer = closeAtEnd(new GreenMailServer());
        mirror = closeAtEnd(new FakeMirror());
        Map<String, String> settings = new HashMap<>(folder.environment());
        settings.putAll(mailServer.settings(address));
        settings.putAll(mirror.environment());
        portal = closeAtEnd(PackagedPortal.start(address, database, keycloak.realm(), settings));
    }

    private <T extends AutoCloseable> T closeAtEnd(T part) {
        started.push(part);
        return part;
    }

    PackagedPortal portal() {
        return portal;
    }

    FakeMirror mirror() {
        return mirror;
    }

    ImageFolder folder() {
        return folder;
    }

    GreenMailServer mailServer() {
        return mailServer;
    }

    /** The user of that name, signed in on first use. */
    BrowserUser user(String name) {
        return signedIn.computeIfAbsent(name, same -> newUser(same).signsIn("/account"));
    }

    /** A user with a new browser session. */
    BrowserUser newUser(String name) {
        return new BrowserUser(name, chromium.newContext(true), true, portal);
    }

    BrowserUser newUserWithoutScript(String name) {
        return new BrowserUser(name, chromium.newContext(false), false, portal);
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception stubborn) {
                System.err.println("Not ended: " + stubborn);
            }
        }
    }
}
