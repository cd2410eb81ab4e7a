package dev.handshake.e2e;

import dev.handshake.Running;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/** One portal as it is delivered, with a database of its own and a folder. */
class Alone implements AutoCloseable {

    private final MockOAuth2Server provider = new MockOAuth2Server();
    private final EmbeddedPostgres database;
    private final PackagedPortal portal;

    static Alone start(Map<String, String> settings) throws Exception {
        return new Alone(settings);
    }

    private Alone(Map<String, String> settings) throws Exception {
        provider.start();
        database = EmbeddedPostgres.start();
        Map<String, String> all = new HashMap<>(new ImageFolder().environment());
        all.putAll(settings);
        portal = PackagedPortal.start(
                URI.create("http://localhost:" + Running.freePort()),
                database.getJdbcUrl("postgres", "postgres"),
                provider.issuerUrl("cloud").uri(),
                all);
    }

    PackagedPortal portal() {
        return portal;
    }

    EmbeddedPostgres database() {
        return database;
    }

    /** An access token of an admin of the account. */
    String token(String account) {
        Map<String, Object> claims = Map.of("account", account, "role", "admin", "regions", List.of("DFW"));
        return provider.issueToken("cloud", "nora", Keycloak.CLIENT, claims).serialize();
    }

    @Override
    public void close() throws Exception {
        portal.close();
        database.close();
        provider.shutdown();
    }
}
