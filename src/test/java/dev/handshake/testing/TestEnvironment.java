package dev.handshake.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/**
 * The environment of portal tests: OIDC provider, Keystone, compute services of HKG and IAD, Image services of SYD, LON
 * and IAD, a mirror of disk images, a mail server, and the database of this run. The PostgreSQL run includes an object
 * store, the H2 run uses a folder.
 */
public class TestEnvironment implements QuarkusTestResourceLifecycleManager {

    private MockOAuth2Server identityProvider;
    private EmbeddedPostgres postgres;
    private FakeKeystone keystone;
    private FakeNova nova;
    private final List<FakeGlance> imageServices = new ArrayList<>();
    private TokenIssuer tokenIssuer;
    private FakeMirror mirror;
    private S3Server s3;
    private TestMailServer mailServer;

    public static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("quarkus.datasource.db-kind"));
    }

    /** Whether the images of DFW and ORD live at Glance instead of in the portal: see {@link AlsoAtGlance}. */
    public static boolean isAtGlance() {
        return Boolean.getBoolean("test.glance");
    }

    @Override
    public Map<String, String> start() {
        identityProvider = new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\":true}"));
        identityProvider.start(0);
        keystone = new FakeKeystone();
        tokenIssuer = new TokenIssuer(identityProvider);
        Map<String, String> settings = new HashMap<>(databaseSettings());
        mirror = new FakeMirror();
        settings.putAll(mirror.settings());
        settings.putAll(storeSettings());
        settings.put("handshake.images.s3.part-size", "5M");
        mailServer = new TestMailServer();
        settings.putAll(mailServer.settings());
        settings.put("handshake.keystone.url", keystone.url());
        settings.put("handshake.keystone.timeout", "1s");
        nova = new FakeNova();
        settings.putAll(nova.settings("HKG"));
        settings.putAll(nova.settings("IAD"));
        settings.put("test.nova", nova.url());
        settings.putAll(imageService("SYD", "observe"));
        settings.putAll(imageService("LON", "mirror"));
        settings.putAll(imageService("IAD", "enforce"));
        if (isAtGlance()) {
            settings.putAll(imageService("DFW", "mirror"));
            settings.putAll(imageService("ORD", "mirror"));
        }
        settings.put("handshake.keystone.user.project", "the portal's");
        settings.put("handshake.keystone.user.name", "portal");
        settings.put("handshake.keystone.user.password", "a secret");
        settings.put("test.token-desk", tokenIssuer.url());
        settings.put(
                "quarkus.oidc.auth-server-url",
                identityProvider.issuerUrl("test").toString());
        settings.put("quarkus.oidc.client-id", "handshake");
        settings.put("handshake.api.audience", TokenIssuer.AUDIENCE);
        settings.put("quarkus.oidc.credentials.secret", "a secret of the tests, long enough to encrypt with");
        return settings;
    }

    private Map<String, String> imageService(String region, String mode) {
        FakeGlance service = FakeGlance.start();
        imageServices.add(service);
        return Map.of(
                "handshake.region." + region + ".glance.url",
                service.url(),
                "handshake.region." + region + ".glance.mode",
                mode,
                "handshake.glance.sweep-interval",
                "500ms",
                "handshake.glance.max-calls-per-second",
                "1000",
                "test.glance." + region,
                service.url());
    }

    private Map<String, String> databaseSettings() {
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

    private Map<String, String> storeSettings() {
        if (!isPostgres()) {
            return Map.of();
        }
        s3 = S3Server.start();
        return s3.settings();
    }

    @Override
    public void stop() {
        identityProvider.shutdown();
        keystone.close();
        nova.close();
        imageServices.forEach(FakeGlance::close);
        tokenIssuer.close();
        mirror.close();
        mailServer.close();
        try {
            if (postgres != null) {
                s3.close();
                postgres.close();
            }
        } catch (IOException stays) {
            throw new IllegalStateException(stays);
        }
    }
}
