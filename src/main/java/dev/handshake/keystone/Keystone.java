package dev.handshake.keystone;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.handshake.account.TokenDigest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Validates tokens with the cloud's Keystone: {@code GET /v3/auth/tokens}, authenticated by the token itself, or by a
 * service's token beside it. Valid tokens are cached for a short time, by their digest.
 */
@ApplicationScoped
public class Keystone {

    private final KeystoneConfig settings;
    private final KeystoneTokenParser parser;
    private final HttpClient client;
    private final AsyncCache<String, KeystoneToken> verifiedTokens;

    Keystone(KeystoneConfig settings, KeystoneTokenParser parser, MeterRegistry metrics) {
        this.settings = settings;
        this.parser = parser;
        this.client = newHttpClient(settings);
        this.verifiedTokens = CaffeineCacheMetrics.monitor(
                metrics,
                Caffeine.newBuilder()
                        .maximumSize(settings.cacheMaxEntries())
                        .expireAfterWrite(settings.cacheTtl())
                        .recordStats()
                        .buildAsync(),
                "keystone-tokens");
    }

    public Optional<URI> url() {
        return settings.url();
    }

    /**
     * @return the token; fails with {@link InvalidTokenException} if it is invalid, or with {@link IOException} if
     *     Keystone gives no answer
     */
    public CompletableFuture<KeystoneToken> verify(String token) {
        if (settings.url().isEmpty()) {
            return CompletableFuture.failedFuture(new InvalidTokenException());
        }
        return verifiedTokens
                .get(TokenDigest.of(token), (key, threads) -> fetch(token, token, ""))
                .thenApply(parser::requireUnexpired);
    }

    /**
     * Same for a user's token sent by another service of the cloud, together with the service's own token. The user's
     * may have expired while the service worked for the user, for as long as Keystone allows. A token that is valid but
     * not a service's is ignored.
     */
    public CompletableFuture<KeystoneToken> verify(String token, String serviceToken) {
        CompletableFuture<KeystoneToken> user = verify(token);
        return verify(serviceToken)
                .thenCompose(service -> parser.isService(service) ? withServiceToken(user, token, serviceToken) : user);
    }

    private CompletableFuture<KeystoneToken> withServiceToken(
            CompletableFuture<KeystoneToken> user, String token, String serviceToken) {
        return user.exceptionallyCompose(failure -> InvalidTokenException.isIn(failure)
                        ? verifyExpired(token, serviceToken)
                        : CompletableFuture.failedFuture(failure))
                .thenApply(parser::asCompute);
    }

    /** Whether a token may be used after it expired is for Keystone to say, which only a service may ask. */
    private CompletableFuture<KeystoneToken> verifyExpired(String token, String serviceToken) {
        return verifiedTokens.get(
                TokenDigest.of(token) + TokenDigest.of(serviceToken),
                (key, threads) -> fetch(token, serviceToken, "&allow_expired=1"));
    }

    private CompletableFuture<KeystoneToken> fetch(String token, String asking, String more) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(tokensUrl(settings.url().orElseThrow()) + more))
                    .timeout(settings.timeout())
                    .header("X-Auth-Token", asking)
                    .header("X-Subject-Token", token)
                    .build();
            return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .thenApply(this::parse);
        } catch (IllegalArgumentException noHeaderValue) {
            return CompletableFuture.failedFuture(new InvalidTokenException());
        }
    }

    private KeystoneToken parse(HttpResponse<String> answer) {
        try {
            return parser.parse(answer.statusCode(), answer.body());
        } catch (IOException unclear) {
            throw new CompletionException(unclear);
        }
    }

    static HttpClient newHttpClient(KeystoneConfig settings) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    static String tokensUrl(URI url) {
        return authUrl(url) + "/tokens?nocatalog";
    }

    static String authUrl(URI url) {
        String base = stripTrailingSlashes(url.toString());
        base = base.endsWith("/v3") ? stripTrailingSlashes(base.substring(0, base.length() - 3)) : base;
        return base + "/v3/auth";
    }

    private static String stripTrailingSlashes(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }
}
