package dev.handshake.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.api.http.TokenClassifier.TokenKind;
import dev.handshake.config.InvalidSettingException;
import dev.handshake.testing.TestConfig;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Distinguishing access tokens, and the settings that requires. */
class TokenClassifierTest {

    private record FixedApiConfig(Optional<String> audience, Optional<String> tokenType) implements ApiConfig {}

    @Test
    void without_an_audience_of_its_own_the_portal_does_not_start() {
        for (String audience : new String[] {null, "handshake"}) {
            String why = assertThrows(InvalidSettingException.class, () -> rule(audience, null))
                    .getMessage();
            assertTrue(why.contains("handshake.api.audience") && why.contains("handshake.api.token-type"), why);
        }
        assertEquals(
                "handshake.api.token-type: \"jwt\" is not at+jwt or any.",
                TestConfig.refusal(ApiConfig.class, "api.token-type", "jwt"));
    }

    @Test
    void with_one_or_where_the_operator_says_otherwise_it_does() {
        assertEquals(TokenKind.ACCESS, rule("handshake-api", null).classify(token("JWT", "'iss':'x'")));
        assertEquals(TokenKind.ACCESS, rule(null, "any").classify(token("JWT", "'iss':'x'")));
        assertEquals(TokenKind.REFUSED, rule(null, "any").classify(token("JWT", "'iss':'x','nonce':'n'")));
    }

    @Test
    void by_type_alone_nothing_else_is_an_access_token() {
        TokenClassifier typed = rule(null, "at+jwt");
        for (String type : new String[] {"at+jwt", "AT+JWT", "application/at+jwt"}) {
            assertEquals(TokenKind.ACCESS, typed.classify(token(type, "'iss':'x'")), type);
            assertEquals(TokenKind.REFUSED, typed.classify(token(type, "'iss':'x','typ':'ID'")), type);
        }
        for (String type : new String[] {"JWT", "", "logout+jwt", "at+jwt2"}) {
            assertEquals(TokenKind.REFUSED, typed.classify(token(type, "'iss':'x'")), type);
        }
    }

    private static TokenClassifier rule(String audience, String type) {
        ApiConfig config = new FixedApiConfig(Optional.ofNullable(audience), Optional.ofNullable(type));
        return new TokenClassifier(new ObjectMapper(), config, "handshake");
    }

    private static String token(String type, String claims) {
        return part("{'typ':'" + type + "'}") + "." + part("{" + claims + "}") + ".signature";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
