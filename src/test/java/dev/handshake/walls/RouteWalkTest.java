package dev.handshake.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Person;
import dev.handshake.PortalTest;
import dev.handshake.account.Role;
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

/** Everybody who should be turned away walks every route that the running application has. */
@PortalTest
class RouteWalkTest {

    private static final Collection<Expected> ROUTES = Expected.all().values();

    private static Things things;

    @Inject
    Router router;

    @BeforeAll
    static void furnish() {
        things = new Things();
    }

    @Test
    void every_route_says_whom_it_turns_away() {
        String told = ROUTES.stream().map(each -> each.route() + "\n").sorted().collect(Collectors.joining());
        String there = Route.all().stream().map(each -> each + "\n").sorted().collect(Collectors.joining());
        assertEquals(there, told);
    }

    /** Files of the portal and of its libraries; metrics and health, which tell nothing of anybody. */
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
        walk(
                "nobody",
                ROUTES,
                (route, answer) -> {
                    if (route.isOpen()) {
                        return answer.status() < 400;
                    }
                    boolean leadsToSignIn =
                            answer.status() == 302 && answer.onward().contains("/authorize?");
                    boolean isAsked = !route.isApi() && route.route().method().equals("GET");
                    return isAsked ? leadsToSignIn : answer.status() == 401;
                },
                Walker.nobody());
    }

    @Test
    void a_stranger_finds_nothing() {
        walk(
                "stranger",
                ROUTES,
                (route, answer) -> switch (route.stranger()) {
                    case "open" -> answer.status() < 400;
                    case "own" -> answer.status() < 500;
                    default -> String.valueOf(answer.status()).equals(route.stranger());
                },
                Walker.of(things.cast.stranger));
    }

    @Test
    void an_observer_changes_nothing() {
        for (String side : List.of("image", "invitation")) {
            Person observer = things.observerOf(side);
            walk(
                    observer.name,
                    of(side),
                    (route, answer) -> switch (route.observer()) {
                        case "open", "may" ->
                            answer.status() < 400 || route.route().isWriting() && answer.status() < 500;
                        default -> String.valueOf(answer.status()).equals(route.observer());
                    },
                    Walker.of(observer));
        }
    }

    private List<Expected> of(String side) {
        return ROUTES.stream()
                .filter(each -> things.observerOf(each.thing()) == things.observerOf(side))
                .toList();
    }

    @Test
    void an_account_without_the_region_finds_nothing_there() {
        Person elsewhere = new Person("Lou", things.cast.producer.account, Role.ADMIN, "LON");
        Person consumer = new Person("Lea", things.cast.consumer.account, Role.ADMIN, "LON");
        List<Expected> below = ROUTES.stream()
                .filter(each -> each.route().address().startsWith("/{region}") && !each.isOpen())
                .filter(each -> !each.thing().equals("anywhere"))
                .toList();
        for (Person person : List.of(elsewhere, consumer)) {
            walk(person.name, below, (route, answer) -> answer.status() == 404, Walker.of(person));
        }
    }

    @Test
    void a_foreign_page_posts_nothing() {
        List<Expected> writing =
                ROUTES.stream().filter(each -> each.route().isWriting()).toList();
        for (String origin :
                List.of("https://evil.example", "null", "http://localhost.evil.example", Person.base() + "0")) {
            for (Person person : List.of(things.cast.producer, things.cast.consumer)) {
                walk(
                        origin,
                        writing,
                        (route, answer) -> answer.status() == 403,
                        Walker.of(person).from(origin));
            }
        }
    }

    /** Tries each route, and says all that went wrong at once. */
    private void walk(
            String who,
            Collection<Expected> routes,
            BiFunction<Expected, Walker.Answer, Boolean> isRight,
            Walker walker) {
        String before = things.look();
        List<String> wrong = new ArrayList<>();
        boolean isOfTheHouse = things.cast.observer.name.equals(who) || things.cast.consumersObserver.name.equals(who);
        for (Expected route : routes) {
            Walker.Answer answer = walker.tries(route, things);
            if (!isRight.apply(route, answer)) {
                wrong.add(who + " at " + route.route() + ": " + answer.status());
            }
            if (!isOfTheHouse && answer.body().contains(Things.MARK)) {
                wrong.add(who + " at " + route.route() + " reads " + answer.body());
            }
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
        assertEquals(before, things.look());
    }
}
