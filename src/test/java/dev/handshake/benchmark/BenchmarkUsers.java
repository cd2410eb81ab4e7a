package dev.handshake.benchmark;

import dev.handshake.account.Role;
import dev.handshake.testing.TestUser;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** Admins of the accounts, signed in once each, and their identity provider. */
class BenchmarkUsers implements AutoCloseable {

    static final String CLIENT = "handshake";
    static final String AUDIENCE = "handshake-api";

    private static final String ISSUER = "cloud";
    private static final long TOKEN_TTL_SECONDS = 24 * 3600;

    private final MockOAuth2Server provider =
            new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\":true}"));
    private final Map<String, Map<String, String>> sessions = new HashMap<>();
    private final Map<String, Map<String, String>> tokens = new HashMap<>();
    private URI portal;

    BenchmarkUsers() {
        provider.start();
    }

    URI issuer() {
        return provider.issuerUrl(ISSUER).uri();
    }

    /** Selects the portal to sign in to. */
    void usePortal(URI address) {
        portal = address;
        sessions.clear();
        System.setProperty("test.url", address.toString());
    }

    /** The headers of a browser of the account. */
    Map<String, String> browserHeaders(String account) {
        return sessions.computeIfAbsent(account, this::signIn);
    }

    private Map<String, String> signIn(String account) {
        TestUser testUser = new TestUser("Nora", account, Role.ADMIN, "DFW", "ORD");
        testUser.opens("/account");
        String cookies = testUser.cookies().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
        return Map.of(
                "Accept",
                "text/html",
                "Cookie",
                cookies,
                "Origin",
                portal.toString(),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** The headers of an API client of the account. */
    Map<String, String> apiHeaders(String account) {
        return tokens.computeIfAbsent(account, this::issueToken);
    }

    private Map<String, String> issueToken(String account) {
        Map<String, Object> claims =
                Map.of("account", account, "role", "admin", "regions", List.of("DFW", "ORD"), "name", "Nora");
        var wanted =
                new DefaultOAuth2TokenCallback(ISSUER, "nora", "JWT", List.of(AUDIENCE), claims, TOKEN_TTL_SECONDS);
        String token = provider.issueToken(ISSUER, CLIENT, wanted).serialize();
        return Map.of("Accept", "application/json", "X-Auth-Token", token, "Content-Type", "application/json");
    }

    @Override
    public void close() {
        provider.shutdown();
    }
}
