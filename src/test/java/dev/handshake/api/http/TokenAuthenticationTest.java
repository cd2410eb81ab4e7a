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
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which tokens open the API, and what they make of their bearer. */
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

    /** What says nothing of itself but the client that it was made for. */
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
        String account = apiClient.get("/account").is(200).text(); // the API's, not the page
        assertTrue(account.startsWith("{\"account\":"), account);
    }

    @Test
    void a_keystone_token_opens_for_its_project_with_its_roles() {
        String project = Cast.newAccountNumber();
        ApiClient member = new ApiClient(FakeKeystone.token(project, "member", "reader"));
        UUID image = member.creates("from-keystone");
        assertEquals(
                project,
                member.get("/v2/images/" + image).is(200).json().path("owner").asText());
        member.offers(image, "4711").is(200);
        ApiClient reader = new ApiClient(FakeKeystone.token(project, "reader"));
        reader.get("/v2/images/" + image + "/members").is(200);
        reader.offers(image, "4712").is(403);
        new ApiClient(FakeKeystone.token(Cast.newAccountNumber(), "member"))
                .get("/v2/images/" + image)
                .is(404);
        new ApiClient()
                .withHeader("Authorization", "Bearer " + FakeKeystone.token(project, "reader"))
                .get("/v2/images/" + image)
                .is(200);
    }

    @Test
    void keystones_admin_sees_and_manages_everything() {
        UUID image = cast.pending("anybodys");
        ApiClient admin = new ApiClient(FakeKeystone.token(Cast.newAccountNumber(), "admin"));
        String members = "/v2/images/" + image + "/members";
        assertEquals(1, admin.get(members).is(200).json().path("members").size());
        admin.offers(image, "4711").is(200);
        admin.decides(image, "4711", "accepted").is(200);
        admin.removes(image, "4711").is(204);
        assertTrue(admin.get("/v2/images?name=anybodys").text().contains(image.toString()));
        admin.delete("/v2/images/" + image).is(204);
        cast.producer.opens("/DFW/images/" + image).is(404);
    }

    @Test
    void what_keystone_does_not_vouch_for_opens_nothing() {
        String project = Cast.newAccountNumber();
        new ApiClient(FakeKeystone.token(Map.of("project", project, "roles", List.of("member"), "status", 401)))
                .get("/v2/images")
                .is(401);
        String past = Instant.now().minusSeconds(10).toString();
        new ApiClient(FakeKeystone.token(Map.of("project", project, "roles", List.of("member"), "expires", past)))
                .get("/v2/images")
                .is(401);
        new ApiClient(FakeKeystone.token(project, "stranger")).get("/v2/images").is(403);
        new ApiClient(FakeKeystone.token(Map.of("roles", List.of("member"))))
                .get("/v2/images")
                .is(403);
        new ApiClient(FakeKeystone.token("not-a-number", "member"))
                .get("/v2/images")
                .is(403);
    }

    @Test
    void while_keystone_is_down_or_slow_nobody_comes_in_and_is_told_soon() {
        for (int status : List.of(500, 503, 302, 429)) {
            new ApiClient(FakeKeystone.token(Map.of("project", "1", "status", status)))
                    .get("/v2/images")
                    .is(503);
        }
        Instant asked = Instant.now();
        new ApiClient(FakeKeystone.token(Map.of("project", "1", "roles", List.of("admin"), "seconds", 8)))
                .get("/v2/images")
                .is(503);
        assertTrue(Duration.between(asked, Instant.now()).toSeconds() < 5);
    }

    @Test
    void a_service_token_makes_the_compute_service_of_its_bearer() {
        UUID image = cast.image("licensed");
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> dev.handshake.image.Image.update("exportable = false where id = ?1", image));
        String user = FakeKeystone.token(cast.producer.account, "member");
        String file = "/v2/images/" + image + "/file";
        new ApiClient(user).get(file).is(403);
        new ApiClient(user)
                .withHeader("X-Service-Token", FakeKeystone.token("55", "service"))
                .get(file)
                .is(200);
        new ApiClient(user)
                .withHeader("X-Service-Token", FakeKeystone.token("55", "member"))
                .get(file)
                .is(401);
        new ApiClient(FakeKeystone.token(cast.producer.account, "compute"))
                .get(file)
                .is(200);
        new ApiClient(FakeKeystone.token(cast.stranger.account, "compute"))
                .get(file)
                .is(404);
    }
}
