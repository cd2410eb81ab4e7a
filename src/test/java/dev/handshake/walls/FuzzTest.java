package dev.handshake.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.Page;
import dev.handshake.Person;
import dev.handshake.PortalTest;
import dev.handshake.Script;
import dev.handshake.account.Role;
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
 * Thousands of requests that are wrong in some part, at every route. {@code -Dhandshake.fuzz.seed=N} plays a run again,
 * {@code -Dhandshake.fuzz.rounds=N} a longer one.
 */
@PortalTest
class FuzzTest {

    private static final int MOST_PAGES = 400;
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private final long seed = Long.getLong("handshake.fuzz.seed", System.nanoTime());
    private final Things things = new Things();
    private final Person operator =
            Cast.person("Opal", Cast.number(), Role.ADMIN).claiming("role", List.of("operator", "admin"));

    private final Map<Person, Walker> walkers = new HashMap<>();

    @Test
    void nothing_breaks_the_portal_and_all_that_is_kept_can_be_shown() {
        Collection<Expected> routes = Expected.all().values();
        Fuzzed fuzzed = new Fuzzed(things, new Random(seed), Vocabulary.names());
        List<String> broken = new ArrayList<>();
        Instant end = Instant.now().plus(LONGEST);
        int tries = 0;
        for (int round = 0;
                round < Integer.getInteger("handshake.fuzz.rounds", 20)
                        && Instant.now().isBefore(end);
                round++) {
            for (Expected route : routes) {
                tries++;
                tries(route, fuzzed, broken);
            }
        }
        String what = "seed " + seed + ", " + tries + " tries: ";
        assertTrue(broken.isEmpty(), () -> what + broken.size() + " broke\n" + String.join("\n", broken));
        assertTrue(tries > 1_000, what);
        shows(things.cast.producer, what);
        shows(things.cast.consumer, what);
        lists(what);
    }

    private void tries(Expected route, Fuzzed fuzzed, List<String> broken) {
        Person person = route.route().address().contains("/desk") ? operator : things.adminOf(route.thing());
        Fuzzed.Request request = fuzzed.request(route, walker(person).header(route));
        Wire.Answer answer = request.send();
        if (answer.status() >= 500 || answer.status() == 0) {
            broken.add(answer.status() + " for " + request + "\n" + answer.text());
        }
    }

    private Walker walker(Person person) {
        return walkers.computeIfAbsent(person, Walker::of);
    }

    /** Every page that links lead to. */
    private void shows(Person person, String what) {
        Set<String> found = new LinkedHashSet<>(List.of("/"));
        Deque<String> next = new ArrayDeque<>(found);
        while (!next.isEmpty() && found.size() < MOST_PAGES) {
            Page page = person.opens(next.remove());
            assertEquals(200, page.status(), () -> what + page.address() + " " + page.text());
            page.all("main a[href^=/], nav a[href^=/]").stream()
                    .map(each -> each.attr("href"))
                    .filter(each -> !each.matches("/logout.*|.*/data\\?.*|/openapi.json"))
                    .filter(found::add)
                    .forEach(next::add);
        }
    }

    private void lists(String what) {
        for (Person person : List.of(things.cast.producer, things.cast.consumer)) {
            Script script = Script.of(person);
            for (String list :
                    List.of("images?limit=1000", "offers?limit=1000", "servers?limit=1000", "tasks?limit=1000")) {
                assertEquals(200, script.get("/v2/" + list).status(), what + list);
                script.get("/v2/" + list).json();
            }
            script.get("/v2/images?limit=1000").json().path("images").forEach(each -> {
                UUID image = UUID.fromString(each.path("id").asText());
                script.get("/v2/images/" + image).is(200).json();
                script.get("/v2/images/" + image + "/members");
            });
        }
    }
}
