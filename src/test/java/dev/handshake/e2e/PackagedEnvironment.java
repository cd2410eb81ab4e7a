package dev.handshake.e2e;

import dev.handshake.testing.ChildProcess;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** An identity provider, a database and a folder for packaged portals; each can be stopped separately. */
class PackagedEnvironment implements AutoCloseable {

    private final MockOAuth2Server identityProvider =
            new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\":true}"));
    private final RestartablePostgres restartablePostgres = new RestartablePostgres();
    private final Map<String, String> settings = new HashMap<>();

    /** @param settings of all portals, in addition to the standard ones */
    PackagedEnvironment(Map<String, String> settings) throws Exception {
        this.settings.putAll(new ImageFolder().environment());
        this.settings.put("QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE", "false");
        this.settings.putAll(settings);
        identityProvider.start();
    }

    PackagedPortal startPortal() throws Exception {
        return startPortal(freeAddress());
    }

    PackagedPortal startPortal(URI address) throws Exception {
        return startPortal(address, Map.of());
    }

    /** @param more settings of this portal alone */
    PackagedPortal startPortal(Map<String, String> more) throws Exception {
        return startPortal(freeAddress(), more);
    }

    /** A portal that runs as in production, with further options of its JVM. */
    PackagedPortal startPortal(List<String> jvmOptions) throws Exception {
        return startPortal(freeAddress(), Map.of(), jvmOptions);
    }

    private PackagedPortal startPortal(URI address, Map<String, String> more) throws Exception {
        return startPortal(address, more, PackagedPortal.SPARING_C2);
    }

    private PackagedPortal startPortal(URI address, Map<String, String> more, List<String> jvmOptions)
            throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return PackagedPortal.start(
                address,
                restartablePostgres.url(),
                identityProvider.issuerUrl("cloud").uri(),
                all,
                jvmOptions);
    }

    private static URI freeAddress() throws Exception {
        return URI.create("http://localhost:" + ChildProcess.freePort());
    }

    MockOAuth2Server identityProvider() {
        return identityProvider;
    }

    RestartablePostgres database() {
        return restartablePostgres;
    }

    /** An access token of an admin of the account, in DFW. */
    String token(String account) {
        return token(account, "DFW");
    }

    String token(String account, String region) {
        return identityProvider
                .issueToken("cloud", KeycloakServer.CLIENT, claims(account, KeycloakServer.AUDIENCE, 3_600, region))
                .serialize();
    }

    /** Makes the next sign-in that of an admin of the account, with this token lifetime. */
    void nextSignInLasts(long seconds, String account) {
        identityProvider.enqueueCallback(claims(account, KeycloakServer.CLIENT, seconds, "DFW"));
    }

    private static DefaultOAuth2TokenCallback claims(String account, String audience, long seconds, String region) {
        Map<String, Object> claims = Map.of("account", account, "role", "admin", "regions", List.of(region));
        return new DefaultOAuth2TokenCallback("cloud", "nora", "JWT", List.of(audience), claims, seconds);
    }

    @Override
    public void close() throws Exception {
        restartablePostgres.close();
        identityProvider.shutdown();
    }
}
