package dev.handshake.e2e;

import dev.handshake.testing.ChildProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/** A database and a token provider for packaged portals. */
class PortalInfrastructure implements AutoCloseable {

    private final MockOAuth2Server provider = new MockOAuth2Server();
    private final EmbeddedPostgres database;

    PortalInfrastructure() throws Exception {
        provider.start();
        database = EmbeddedPostgres.start();
    }

    /**
     * Starts another portal.
     *
     * @param settings in addition to the standard ones
     */
    PackagedPortal portal(Map<String, String> settings) throws Exception {
        return PackagedPortal.start(
                URI.create("http://localhost:" + ChildProcess.freePort()),
                database.getJdbcUrl("postgres", "postgres"),
                provider.issuerUrl("cloud").uri(),
                settings);
    }

    EmbeddedPostgres database() {
        return database;
    }

    /** An access token of an admin of the account. */
    String token(String account) {
        Map<String, Object> claims = Map.of("account", account, "role", "admin", "regions", List.of("DFW"));
        return provider.issueToken("cloud", "nora", KeycloakServer.AUDIENCE, claims)
                .serialize();
    }

    @Override
    public void close() throws Exception {
        database.close();
        provider.shutdown();
    }
}
