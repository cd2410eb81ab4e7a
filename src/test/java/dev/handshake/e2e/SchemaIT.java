package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Script;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A next release is rolled out: its first replica changes the schema while this release still serves. */
class SchemaIT {

    private static final String CONSUMER = "300400";

    @Test
    void this_release_plays_on_while_and_after_the_next_one_adds_to_the_schema() throws Exception {
        try (Site site = new Site(Map.of());
                PackagedPortal portal = site.portal()) {
            Script owner = new Script(site.token("100200"));
            Script consumer = new Script(site.token(CONSUMER));
            String images = portal.at("/DFW/v2/images").toString();
            AtomicBoolean isChanged = new AtomicBoolean();
            CompletableFuture<Integer> playing = CompletableFuture.supplyAsync(() -> {
                int rounds = 0;
                for (boolean last = false; !last; rounds++) {
                    last = isChanged.get();
                    play(owner, consumer, images);
                }
                return rounds;
            });
            change(site.database());
            isChanged.set(true);
            assertTrue(playing.join() > 1, "it was played before and after");
            portal.end();
            portal.startAgain();
            play(owner, consumer, images);
            assertEquals(List.of(), portal.troubles());
        }
    }

    private static void change(Database database) {
        String[] locations = {"filesystem:src/main/resources/db/migration", "filesystem:src/test/resources/db/next"};
        Flyway next = Flyway.configure()
                .dataSource(database.url(), "postgres", null)
                .locations(locations)
                .load();
        assertEquals(1, next.migrate().migrationsExecuted, "the next one alone");
    }

    private static void play(Script owner, Script consumer, String images) {
        UUID image = Script.id(owner.post(images, "{\"name\": \"rolls on\"}"));
        String members = images + "/" + image + "/members";
        owner.post(members, "{\"member\": \"" + CONSUMER + "\"}").is(200);
        for (String status : List.of("accepted", "rejected", "accepted")) {
            consumer.put(members + "/" + CONSUMER, "{\"status\": \"" + status + "\"}")
                    .is(200);
        }
        assertTrue(consumer.get(images + "?limit=100").is(200).text().contains(image.toString()));
        owner.delete(members + "/" + CONSUMER).is(204);
        consumer.get(images + "/" + image).is(404);
        owner.delete(images + "/" + image).is(204);
    }
}
