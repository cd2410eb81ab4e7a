package dev.handshake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/**
 * What the portal has around it in tests: a sign-in provider, a Keystone, a mirror of disk images, a post office, and
 * the database that this run is for. With PostgreSQL comes an object store, so that every test runs on a folder once,
 * and once on that.
 */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

    private MockOAuth2Server provider;
    private EmbeddedPostgres postgres;
    private FakeKeystone keystone;
    private TokenDesk desk;
    private Mirror mirror;
    private S3Server bucket;
    private PostOffice post;

    public static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("quarkus.datasource.db-kind"));
    }

    @Override
    public Map<String, String> start() {
        provider = new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\":true}"));
        provider.start(0);
        keystone = new FakeKeystone();
        desk = new TokenDesk(provider);
        Map<String, String> settings = new HashMap<>(database());
        mirror = new Mirror();
        settings.putAll(mirror.settings());
        settings.putAll(store());
        settings.put("handshake.images.s3.part-size", "5M");
        post = new PostOffice();
        settings.putAll(post.settings());
        settings.put("handshake.keystone.url", keystone.url());
        settings.put("handshake.keystone.timeout", "1S");
        settings.put("handshake.test.token-desk", desk.url());
        settings.put("quarkus.oidc.auth-server-url", provider.issuerUrl("test").toString());
        settings.put("quarkus.oidc.client-id", "handshake");
        settings.put("handshake.api.audience", TokenDesk.AUDIENCE);
        settings.put("quarkus.oidc.credentials.secret", "a secret of the tests, long enough to encrypt with");
        return settings;
    }

    private Map<String, String> database() {
        if (!isPostgres()) {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:h2:mem:" + UUID.randomUUID()
                            + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        }
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException noDatabase) {
            throw new IllegalStateException(noDatabase);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres");
    }

    private Map<String, String> store() {
        if (!isPostgres()) {
            return Map.of();
        }
        bucket = S3Server.start();
        return bucket.settings();
    }

    @Override
    public void stop() {
        provider.shutdown();
        keystone.close();
        desk.close();
        mirror.close();
        post.close();
        try {
            if (postgres != null) {
                bucket.close();
                postgres.close();
            }
        } catch (IOException stays) {
            throw new IllegalStateException(stays);
        }
    }
}
