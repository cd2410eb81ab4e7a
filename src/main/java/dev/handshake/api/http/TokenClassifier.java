package dev.handshake.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.handshake.config.InvalidSettingException;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides which JWTs the API accepts: access tokens but never the ID token of a sign-in, which appears in the sign-out
 * URL. An access token has the API's own audience, which differs from the client id of the pages, or the type
 * {@code at+jwt} (RFC 9068). This only looks at what the token claims to be; its signature is verified later.
 */
@Startup
@Singleton
class TokenClassifier {

    /** What a token claims to be. */
    enum TokenKind {
        ACCESS,
        REFUSED,
        /** Not issued by the OIDC provider. Keystone tokens, even if they are JWTs, have no issuer. */
        FOREIGN
    }

    static final String ACCESS_TOKEN_TYPE = "at+jwt";
    static final String ANY = "any";
    private static final Set<String> ACCESS_TOKEN_TYPES = Set.of(ACCESS_TOKEN_TYPE, "application/" + ACCESS_TOKEN_TYPE);
    private static final Set<String> ID_TOKEN_CLAIMS = Set.of("nonce", "at_hash", "c_hash");

    private final ObjectMapper json;
    private final boolean isTypeRequired;

    /** @param client id of the pages at the same provider */
    TokenClassifier(
            ObjectMapper json, ApiConfig config, @ConfigProperty(name = "quarkus.oidc.client-id") String client) {
        Optional<String> audience = config.audience();
        Optional<String> type = config.tokenType();
        this.json = json;
        this.isTypeRequired = type.filter(ACCESS_TOKEN_TYPE::equals).isPresent();
        if (type.isEmpty() && audience.filter(each -> !each.equals(client)).isEmpty()) {
            throw new InvalidSettingException("handshake.api.audience: \"" + audience.orElse("")
                    + "\" is not allowed: it has to be the API's own and not the client id, so that no ID token opens "
                    + "the API; or set handshake.api.token-type to at+jwt if the provider writes that type, or to any");
        }
    }

    TokenKind classify(String token) {
        String[] parts = token.split("\\.", -1);
        JsonNode claims = parts.length == 3 ? decode(parts[1]) : MissingNode.getInstance();
        if (!claims.has("iss")) {
            return isIdToken(claims) ? TokenKind.REFUSED : TokenKind.FOREIGN;
        }
        boolean isTyped = ACCESS_TOKEN_TYPES.contains(
                decode(parts[0]).path("typ").asText().toLowerCase(Locale.ROOT));
        boolean isRefused = isTypeRequired && !isTyped || isIdToken(claims) || !isTyped && hasIdTokenClaims(claims);
        return isRefused ? TokenKind.REFUSED : TokenKind.ACCESS;
    }

    /** Decodes a part without verification; missing if it is not JSON. */
    private JsonNode decode(String part) {
        try {
            return json.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException | IllegalArgumentException notOurs) {
            return MissingNode.getInstance();
        }
    }

    private static boolean isIdToken(JsonNode claims) {
        return claims.path("typ").asText().equalsIgnoreCase("ID")
                || claims.path("token_use").asText().equals("id");
    }

    /** Claims about the sign-in and the codes issued with it, which only ID tokens have. */
    private static boolean hasIdTokenClaims(JsonNode claims) {
        return ID_TOKEN_CLAIMS.stream().anyMatch(claims::has);
    }
}
