package dev.handshake.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.FakeKeystone;
import dev.handshake.Person;
import dev.handshake.PortalTest;
import dev.handshake.Rush;
import dev.handshake.Script;
import dev.handshake.TokenDesk;
import dev.handshake.account.Role;
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
        String token = TokenDesk.token(cast.producer.claims());
        new Script(token).get("/v2/images").is(200);
        new Script().with("Authorization", "Bearer " + token).get("/v2/images").is(200);
    }

    @Test
    void the_token_is_for_the_account_that_signs_in_to_the_pages() {
        UUID image = cast.image("mine");
        assertEquals(
                cast.producer.account,
                Script.of(cast.producer)
                        .get("/v2/images/" + image)
                        .is(200)
                        .json()
                        .path("owner")
                        .asText());
    }

    @Test
    void other_tokens_open_nothing() {
        String good = TokenDesk.token(cast.producer.claims());
        assertUnauthorized("");
        assertUnauthorized("nonsense");
        assertUnauthorized(good.substring(0, good.length() - 8) + "AAAAAAAA");
        assertUnauthorized("eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + ".");
        assertUnauthorized(TokenDesk.token(claimsWith("aud", "another")));
        assertUnauthorized(TokenDesk.token(claimsWith("iss", "another")));
        assertUnauthorized(TokenDesk.token(claimsWith("seconds", -3_600)));
        new Script().with("Authorization", "Basic " + good).get("/v2/images").is(401);
    }

    @Test
    void the_token_by_which_a_person_signs_in_opens_only_the_pages() {
        assertUnauthorized(TokenDesk.token(claimsWith("typ", "ID")));
        assertUnauthorized(TokenDesk.token(claimsWith("token_use", "id")));
        assertUnauthorized(TokenDesk.token(claimsWith("at_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng")));
        assertUnauthorized(TokenDesk.token(claimsWith("nonce", "n-0S6_WzA2Mj")));
        assertUnauthorized(TokenDesk.token(claimsWith("c_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng")));
        new Script(TokenDesk.token(claimsWith("typ", "Bearer")))
                .get("/v2/images")
                .is(200);
    }

    /** What says nothing of itself but the client that it was made for. */
    @Test
    void an_id_token_of_any_shape_is_told_by_its_audience() {
        assertUnauthorized(TokenDesk.token(claimsWith("aud", "handshake")));
        assertUnauthorized(TokenDesk.token(claimsWith("aud", "handshake another")));
        new Script(TokenDesk.token(claimsWith("aud", "another handshake-api")))
                .get("/v2/images")
                .is(200);
    }

    @Test
    void an_access_token_by_its_type_is_for_this_api_too() {
        Map<String, Object> typed = claimsWith("type", "at+jwt");
        new Script(TokenDesk.token(typed)).get("/v2/images").is(200);
        typed.put("aud", "handshake");
        assertUnauthorized(TokenDesk.token(typed));
    }

    private static void assertUnauthorized(String token) {
        Script.Answer answer = new Script(token).get("/v2/images").is(401);
        assertTrue(answer.header("WWW-Authenticate").startsWith("Keystone uri="));
    }

    private Map<String, Object> claimsWith(String claim, Object value) {
        Map<String, Object> claims = new HashMap<>(cast.producer.claims());
        claims.put(claim, value);
        return claims;
    }

    @Test
    void an_incomplete_token_is_told_what_it_lacks() {
        for (String claim : List.of("account", "role", "regions")) {
            Person person = Cast.person("Ina", Cast.number(), Role.ADMIN).claiming(claim, "?");
            String why = Script.of(person)
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
            Script script = new Script(TokenDesk.token(claimsWith("account", several)));
            for (String path : List.of("/v2/images", "/v2/images/" + image, "/v2/account")) {
                assertTrue(script.get(path).is(403).text().contains("several account numbers"), path);
            }
        }
        new Script(TokenDesk.token(claimsWith("account", List.of(own, own))))
                .get("/v2/images/" + image)
                .is(200);
        new Script(FakeKeystone.token(own + " 4711", "member"))
                .get("/v2/images")
                .is(403);
    }

    @Test
    void the_session_of_the_pages_does_not_open_the_api() {
        cast.producer.opens("/account").is(200);
        new Script()
                .with("Cookie", Rush.cookies(cast.producer))
                .get("/v2/images")
                .is(401);
    }

    @Test
    void a_token_does_not_open_the_pages() {
        String token = TokenDesk.token(cast.producer.claims());
        Script script =
                new Script(token).with("Authorization", "Bearer " + token).accepting("text/html");
        for (String page : List.of("/DFW/images", "/DFW/offers", "/DFW/invitations", "/")) {
            Script.Answer answer = script.get(page).is(302);
            assertTrue(answer.header("Location").contains("/authorize?"), answer.header("Location"));
        }
        String account = script.get("/account").is(200).text(); // the API's, not the page
        assertTrue(account.startsWith("{\"account\":"), account);
    }

    @Test
    void a_keystone_token_opens_for_its_project_with_its_roles() {
        String project = Cast.number();
        Script member = new Script(FakeKeystone.token(project, "member", "reader"));
        UUID image = member.creates("from-keystone");
        assertEquals(
                project,
                member.get("/v2/images/" + image).is(200).json().path("owner").asText());
        member.offers(image, "4711").is(200);
        Script reader = new Script(FakeKeystone.token(project, "reader"));
        reader.get("/v2/images/" + image + "/members").is(200);
        reader.offers(image, "4712").is(403);
        new Script(FakeKeystone.token(Cast.number(), "member"))
                .get("/v2/images/" + image)
                .is(404);
        new Script()
                .with("Authorization", "Bearer " + FakeKeystone.token(project, "reader"))
                .get("/v2/images/" + image)
                .is(200);
    }

    @Test
    void keystones_admin_sees_and_manages_everything() {
        UUID image = cast.pending("anybodys");
        Script admin = new Script(FakeKeystone.token(Cast.number(), "admin"));
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
        String project = Cast.number();
        new Script(FakeKeystone.token(Map.of("project", project, "roles", List.of("member"), "status", 401)))
                .get("/v2/images")
                .is(401);
        String past = Instant.now().minusSeconds(10).toString();
        new Script(FakeKeystone.token(Map.of("project", project, "roles", List.of("member"), "expires", past)))
                .get("/v2/images")
                .is(401);
        new Script(FakeKeystone.token(project, "stranger")).get("/v2/images").is(403);
        new Script(FakeKeystone.token(Map.of("roles", List.of("member"))))
                .get("/v2/images")
                .is(403);
        new Script(FakeKeystone.token("not-a-number", "member"))
                .get("/v2/images")
                .is(403);
    }

    @Test
    void while_keystone_is_down_or_slow_nobody_comes_in_and_is_told_soon() {
        for (int status : List.of(500, 503, 302, 429)) {
            new Script(FakeKeystone.token(Map.of("project", "1", "status", status)))
                    .get("/v2/images")
                    .is(503);
        }
        Instant asked = Instant.now();
        new Script(FakeKeystone.token(Map.of("project", "1", "roles", List.of("admin"), "seconds", 8)))
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
        new Script(user).get(file).is(403);
        new Script(user)
                .with("X-Service-Token", FakeKeystone.token("55", "service"))
                .get(file)
                .is(200);
        new Script(user)
                .with("X-Service-Token", FakeKeystone.token("55", "member"))
                .get(file)
                .is(401);
        new Script(FakeKeystone.token(cast.producer.account, "compute"))
                .get(file)
                .is(200);
        new Script(FakeKeystone.token(cast.stranger.account, "compute"))
                .get(file)
                .is(404);
    }
}
