package dev.handshake.e2e;

import dev.handshake.Running;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** A sign-in provider, a database and a folder, and portals as they are delivered; each of them can be taken away. */
class Site implements AutoCloseable {

    private final MockOAuth2Server provider =
            new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\":true}"));
    private final Database database = new Database();
    private final Map<String, String> settings = new HashMap<>();

    /** @param settings of all portals, besides the usual ones */
    Site(Map<String, String> settings) throws Exception {
        this.settings.putAll(new ImageFolder().environment());
        this.settings.put("QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE", "false");
        this.settings.putAll(settings);
        provider.start();
    }

    PackagedPortal portal() throws Exception {
        return portal(URI.create("http://localhost:" + Running.freePort()));
    }

    PackagedPortal portal(URI address) throws Exception {
        return PackagedPortal.start(
                address, database.url(), provider.issuerUrl("cloud").uri(), settings);
    }

    MockOAuth2Server provider() {
        return provider;
    }

    Database database() {
        return database;
    }

    /** An access token of an admin of the account, in DFW. */
    String token(String account) {
        return token(account, "DFW");
    }

    String token(String account, String region) {
        return provider.issueToken("cloud", Keycloak.CLIENT, claims(account, Keycloak.AUDIENCE, 3_600, region))
                .serialize();
    }

    /** The next sign-in is one of an admin of the account, and good for so long. */
    void signsInForSeconds(long seconds, String account) {
        provider.enqueueCallback(claims(account, Keycloak.CLIENT, seconds, "DFW"));
    }

    private static DefaultOAuth2TokenCallback claims(String account, String audience, long seconds, String region) {
        Map<String, Object> claims = Map.of("account", account, "role", "admin", "regions", List.of(region));
        return new DefaultOAuth2TokenCallback("cloud", "nora", "JWT", List.of(audience), claims, seconds);
    }

    @Override
    public void close() throws Exception {
        database.close();
        provider.shutdown();
    }
}
