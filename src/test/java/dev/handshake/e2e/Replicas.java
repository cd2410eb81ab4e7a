package dev.handshake.e2e;

import dev.handshake.Running;
import dev.handshake.S3Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/** Two portals as they are delivered, with one database and one bucket, and no disk between them. */
class Replicas implements AutoCloseable {

    private final MockOAuth2Server provider = new MockOAuth2Server();
    private final S3Server bucket = S3Server.start();
    private final Map<String, String> settings;
    private EmbeddedPostgres database;
    private PackagedPortal first;
    private PackagedPortal second;

    static Replicas start() throws Exception {
        return start(Map.of());
    }

    /** @param settings of both, besides the usual ones */
    static Replicas start(Map<String, String> settings) throws Exception {
        Replicas replicas = new Replicas(settings);
        replicas.provider.start();
        replicas.database = EmbeddedPostgres.start();
        replicas.first = replicas.replica();
        replicas.second = replicas.replica();
        return replicas;
    }

    private Replicas(Map<String, String> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.putAll(bucket.environment());
    }

    private PackagedPortal replica() throws Exception {
        URI address = URI.create("http://localhost:" + Running.freePort());
        URI issuer = provider.issuerUrl("cloud").uri();
        return PackagedPortal.start(address, database.getJdbcUrl("postgres", "postgres"), issuer, settings);
    }

    PackagedPortal first() {
        return first;
    }

    PackagedPortal second() {
        return second;
    }

    S3Server bucket() {
        return bucket;
    }

    /** An access token of an admin of the account. */
    String token(String account) {
        Map<String, Object> claims = Map.of("account", account, "role", "admin", "regions", List.of("DFW"));
        return provider.issueToken("cloud", "nora", Keycloak.CLIENT, claims).serialize();
    }

    @Override
    public void close() throws Exception {
        first.close();
        second.close();
        database.close();
        bucket.close();
        provider.shutdown();
    }
}
