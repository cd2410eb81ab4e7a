package dev.handshake.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import dev.handshake.testing.TokenIssuer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which tokens the API accepts, and with which permissions. */
@PortalTest
class TokenAuthenticationTest {

    private final Cast cast = new Cast();

    @Test
    void an_access_token_opens_in_either_header() {
        String token = TokenIssuer.token(cast.producer.claims());
        new ApiClient(token).get("/v2/images").is(200);
        new ApiClient()
                .withHeader("Authorization", "Bearer " + token)
                .get("/v2/images")
                .is(200);
    }

    @Test
    void the_token_is_for_the_account_that_signs_in_to_the_pages() {
        UUID image = cast.image("mine");
        assertEquals(
                cast.producer.account,
                ApiClient.forUser(cast.producer)
                        .get("/v2/images/" + image)
                        .is(200)
                        .json()
                        .path("owner")
                        .asText());
    }

    @Test
    void other_tokens_open_nothing() {
        String good = TokenIssuer.token(cast.producer.claims());
        assertUnauthorized("");
        assertUnauthorized("nonsense");
        assertUnauthorized(good.substring(0, good.length() - 8) + "AAAAAAAA");
        assertUnauthorized("eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + ".");
        assertUnauthorized(TokenIssuer.token(claimsWith("aud", "another")));
        assertUnauthorized(TokenIssuer.token(claimsWith("iss", "another")));
        assertUnauthorized(TokenIssuer.token(claimsWith("seconds", -3_600)));
        new ApiClient()
                .withHeader("Authorization", "Basic " + good)
                .get("/v2/images")
                .is(401);
    }

    @Test
    void the_token_by_which_a_person_signs_in_opens_only_the_pages() {
        assertUnauthorized(TokenIssuer.token(claimsWith("typ", "ID")));
        assertUnauthorized(TokenIssuer.token(claimsWith("token_use", "id")));
        assertUnauthorized(TokenIssuer.token(claimsWith("at_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng")));
        assertUnauthorized(TokenIssuer.token(claimsWith("nonce", "n-0S6_WzA2Mj")));
        assertUnauthorized(TokenIssuer.token(claimsWith("c_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng")));
        new ApiClient(TokenIssuer.token(claimsWith("typ", "Bearer")))
                .get("/v2/images")
                .is(200);
    }

    /** ID tokens that differ from access tokens only in their audience. */
    @Test
    void an_id_token_of_any_shape_is_told_by_its_audience() {
        assertUnauthorized(TokenIssuer.token(claimsWith("aud", "handshake")));
        assertUnauthorized(TokenIssuer.token(claimsWith("aud", "handshake another")));
        new ApiClient(TokenIssuer.token(claimsWith("aud", "another handshake-api")))
                .get("/v2/images")
                .is(200);
    }

    @Test
    void an_access_token_by_its_type_is_for_this_api_too() {
        Map<String, Object> typed = claimsWith("type", "at+jwt");
        new ApiClient(TokenIssuer.token(typed)).get("/v2/images").is(200);
        typed.put("aud", "handshake");
        assertUnauthorized(TokenIssuer.token(typed));
    }

    private static void assertUnauthorized(String token) {
        ApiClient.ApiResponse apiResponse =
                new ApiClient(token).get("/v2/images").is(401);
        assertTrue(apiResponse.header("WWW-Authenticate").startsWith("Keystone uri="));
    }

    private Map<String, Object> claimsWith(String claim, Object value) {
        Map<String, Object> claims = new HashMap<>(cast.producer.claims());
        claims.put(claim, value);
        return claims;
    }

    @Test
    void an_incomplete_token_is_told_what_it_lacks() {
        for (String claim : List.of("account", "role", "regions")) {
            TestUser testUser =
                    Cast.newUser("Ina", Cast.newAccountNumber(), Role.ADMIN).withClaim(claim, "?");
            String why = ApiClient.forUser(testUser)
                    .get("/v2/images")
                    .is(403)
                    .json()
                    .path("message")
                    .asText();
            assertTrue(why.contains(claim), why);
        }
    }

    @Test
    void a_token_of_several_accounts_is_for_none() {
        String own = cast.producer.account;
        UUID image = cast.image("not halved");
        for (Object several : List.of(own + " 4711", "4711," + own, List.of(own, "4711"), List.of("4711", own))) {
            ApiClient apiClient = new ApiClient(TokenIssuer.token(claimsWith("account", several)));
            for (String path : List.of("/v2/images", "/v2/images/" + image, "/v2/account")) {
                assertTrue(apiClient.get(path).is(403).text().contains("several account numbers"), path);
            }
        }
        new ApiClient(TokenIssuer.token(claimsWith("account", List.of(own, own))))
                .get("/v2/images/" + image)
                .is(200);
        new ApiClient(FakeKeystone.token(own + " 4711", "member"))
                .get("/v2/images")
                .is(403);
    }

    @Test
    void the_session_of_the_pages_does_not_open_the_api() {
        cast.producer.opens("/account").is(200);
        new ApiClient()
                .withHeader("Cookie", ConcurrentRequests.sessionCookies(cast.producer))
                .get("/v2/images")
                .is(401);
    }

    @Test
    void a_token_does_not_open_the_pages() {
        String token = TokenIssuer.token(cast.producer.claims());
        ApiClient apiClient = new ApiClient(token)
                .withHeader("Authorization", "Bearer " + token)
                .accepting("text/html");
        for (String page : List.of("/DFW/images", "/DFW/offers", "/DFW/invitations", "/")) {
            ApiClient.ApiResponse apiResponse = apiClient.get(page).is(302);
            assertTrue(apiResponse.header("Location").contains("/authorize?"), apiResponse.header("Location"));
        }
        String account = apiClient.get("/account").is(200).text(); // the API's response rather than the page
        assertTrue(account.startsWith("{\"account\":"), account);
    }
}
