package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Sends thousands of partly invalid requests to every route. {@code -Dfuzz.seed=N} repeats a run,
 * {@code -Dfuzz.rounds=N} makes a longer one.
 */
@PortalTest
class RequestFuzzTest {

    private static final int MAX_PAGES = 400;
    private static final Duration MAX_DURATION = Duration.ofSeconds(45);

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Fixtures fixtures = new Fixtures();
    private final TestUser operator =
            Cast.newUser("Opal", Cast.newAccountNumber(), Role.ADMIN).withClaim("role", List.of("operator", "admin"));

    private final Map<TestUser, RouteClient> clients = new HashMap<>();

    @Test
    void nothing_breaks_the_portal_and_all_that_is_kept_can_be_shown() {
        Collection<RouteExpectation> routes = RouteExpectation.loadAll().values();
        RequestFuzzer requestFuzzer = new RequestFuzzer(fixtures, new Random(seed), FieldNames.all());
        List<String> broken = new ArrayList<>();
        Instant end = Instant.now().plus(MAX_DURATION);
        int tries = 0;
        for (int round = 0;
                round < Integer.getInteger("fuzz.rounds", 20) && Instant.now().isBefore(end);
                round++) {
            for (RouteExpectation route : routes) {
                tries++;
                tryOne(route, requestFuzzer, broken);
            }
        }
        String what = "seed " + seed + ", " + tries + " tries: ";
        assertTrue(broken.isEmpty(), () -> what + broken.size() + " broke\n" + String.join("\n", broken));
        assertTrue(tries > 1_000, what);
        assertPagesRender(fixtures.cast.producer, what);
        assertPagesRender(fixtures.cast.consumer, what);
        assertListsAnswer(what);
    }

    private void tryOne(RouteExpectation route, RequestFuzzer requestFuzzer, List<String> broken) {
        TestUser testUser =
                route.route().path().contains("/abuse-reports") ? operator : fixtures.adminOf(route.resource());
        RequestFuzzer.FuzzedRequest request =
                requestFuzzer.next(route, client(testUser).credentialHeader(route));
        RawHttp.RawResponse rawResponse = request.send();
        if (rawResponse.status() >= 500 || rawResponse.status() == 0) {
            broken.add(rawResponse.status() + " for " + request + "\n" + rawResponse.text());
        }
    }

    private RouteClient client(TestUser testUser) {
        return clients.computeIfAbsent(testUser, RouteClient::forUser);
    }

    /** Renders every page reachable by links. */
    private void assertPagesRender(TestUser testUser, String what) {
        Set<String> found = new LinkedHashSet<>(List.of("/"));
        Deque<String> next = new ArrayDeque<>(found);
        while (!next.isEmpty() && found.size() < MAX_PAGES) {
            HtmlPage page = testUser.opens(next.remove());
            assertEquals(200, page.status(), () -> what + page.url() + " " + page.text());
            page.elements("main a[href^=/], nav a[href^=/]").stream()
                    .map(each -> each.attr("href"))
                    .filter(each -> !each.matches("/logout.*|.*/data\\?.*|/openapi.json"))
                    .filter(found::add)
                    .forEach(next::add);
        }
    }

    private void assertListsAnswer(String what) {
        for (TestUser testUser : List.of(fixtures.cast.producer, fixtures.cast.consumer)) {
            ApiClient apiClient = ApiClient.forUser(testUser);
            for (String list :
                    List.of("images?limit=1000", "offers?limit=1000", "servers?limit=1000", "tasks?limit=1000")) {
                assertEquals(200, apiClient.get("/v2/" + list).status(), what + list);
                apiClient.get("/v2/" + list).json();
            }
            apiClient.get("/v2/images?limit=1000").json().path("images").forEach(each -> {
                UUID image = UUID.fromString(each.path("id").asText());
                apiClient.get("/v2/images/" + image).is(200).json();
                apiClient.get("/v2/images/" + image + "/members");
            });
        }
    }
}
