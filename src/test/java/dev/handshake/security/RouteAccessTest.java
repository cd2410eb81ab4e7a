package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls every route of the running application with everyone who must be refused. */
@PortalTest
class RouteAccessTest {

    private static final Collection<RouteExpectation> ROUTES =
            RouteExpectation.loadAll().values();

    private static Fixtures fixtures;

    @Inject
    Router router;

    @BeforeAll
    static void createFixtures() {
        fixtures = new Fixtures();
    }

    @Test
    void every_route_says_whom_it_turns_away() {
        String told = ROUTES.stream().map(each -> each.route() + "\n").sorted().collect(Collectors.joining());
        String there =
                RestRoute.loadAll().stream().map(each -> each + "\n").sorted().collect(Collectors.joining());
        assertEquals(there, told);
    }

    /** Only static files, metrics and health checks, which contain no one's data. */
    @Test
    void nothing_else_answers_beside_them() {
        Set<String> others = new TreeSet<>();
        router.getRoutes().stream()
                .map(each -> each.getPath())
                .filter(path -> path != null && !path.equals("/"))
                .filter(path -> !path.matches("/q/(health|metrics).*"))
                .forEach(others::add);
        assertEquals(Set.of("/webjars/"), others);
    }

    @Test
    void nobody_comes_in() {
        assertEach(
                "nobody",
                ROUTES,
                (route, routeResponse) -> {
                    if (route.isOpen()) {
                        return routeResponse.status() < 400;
                    }
                    boolean leadsToSignIn = routeResponse.status() == 302
                            && routeResponse.location().contains("/authorize?");
                    boolean isAsked = !route.isApi() && route.route().method().equals("GET");
                    return isAsked ? leadsToSignIn : routeResponse.status() == 401;
                },
                RouteClient.anonymous());
    }

    @Test
    void a_stranger_finds_nothing() {
        assertEach(
                "stranger",
                ROUTES,
                (route, routeResponse) -> switch (route.stranger()) {
                    case "open" -> routeResponse.status() < 400;
                    case "own" -> routeResponse.status() < 500;
                    default -> String.valueOf(routeResponse.status()).equals(route.stranger());
                },
                RouteClient.forUser(fixtures.cast.stranger));
    }

    @Test
    void an_observer_changes_nothing() {
        for (String side : List.of("image", "invitation")) {
            TestUser observer = fixtures.observerOf(side);
            assertEach(
                    observer.name,
                    of(side),
                    (route, routeResponse) -> switch (route.observer()) {
                        case "open", "may" ->
                            routeResponse.status() < 400 || route.route().isWrite() && routeResponse.status() < 500;
                        default -> String.valueOf(routeResponse.status()).equals(route.observer());
                    },
                    RouteClient.forUser(observer));
        }
    }

    private List<RouteExpectation> of(String side) {
        return ROUTES.stream()
                .filter(each -> fixtures.observerOf(each.resource()) == fixtures.observerOf(side))
                .toList();
    }

    @Test
    void an_account_without_the_region_finds_nothing_there() {
        TestUser elsewhere = new TestUser("Lou", fixtures.cast.producer.account, Role.ADMIN, "LON");
        TestUser consumer = new TestUser("Lea", fixtures.cast.consumer.account, Role.ADMIN, "LON");
        List<RouteExpectation> below = ROUTES.stream()
                .filter(each -> each.route().path().startsWith("/{region}") && !each.isOpen())
                .filter(each -> !each.resource().equals("anywhere"))
                .toList();
        for (TestUser testUser : List.of(elsewhere, consumer)) {
            assertEach(
                    testUser.name,
                    below,
                    (route, routeResponse) -> routeResponse.status() == 404,
                    RouteClient.forUser(testUser));
        }
    }

    @Test
    void a_foreign_page_posts_nothing() {
        List<RouteExpectation> writing =
                ROUTES.stream().filter(each -> each.route().isWrite()).toList();
        for (String origin :
                List.of("https://evil.example", "null", "http://localhost.evil.example", TestUser.baseUrl() + "0")) {
            for (TestUser testUser : List.of(fixtures.cast.producer, fixtures.cast.consumer)) {
                assertEach(
                        origin,
                        writing,
                        (route, routeResponse) -> routeResponse.status() == 403,
                        RouteClient.forUser(testUser).withOrigin(origin));
            }
        }
    }

    /** Calls each route and reports all failures together. */
    private void assertEach(
            String who,
            Collection<RouteExpectation> routes,
            BiFunction<RouteExpectation, RouteClient.RouteResponse, Boolean> isRight,
            RouteClient routeClient) {
        String before = fixtures.visibleState();
        List<String> wrong = new ArrayList<>();
        boolean isOfTheHouse =
                fixtures.cast.observer.name.equals(who) || fixtures.cast.consumerObserver.name.equals(who);
        for (RouteExpectation route : routes) {
            RouteClient.RouteResponse routeResponse = routeClient.call(route, fixtures);
            if (!isRight.apply(route, routeResponse)) {
                wrong.add(who + " at " + route.route() + ": " + routeResponse.status());
            }
            if (!isOfTheHouse && routeResponse.body().contains(Fixtures.MARK)) {
                wrong.add(who + " at " + route.route() + " reads " + routeResponse.body());
            }
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
        assertEquals(before, fixtures.visibleState());
    }
}
