package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A next release is rolled out: its first replica changes the schema while this release still serves. */
class SchemaIT {

    @Test
    void this_release_plays_on_while_and_after_the_next_one_adds_to_the_schema() throws Exception {
        try (Site site = new Site(Map.of());
                PackagedPortal portal = site.portal()) {
            Round round = new Round(site, portal, "DFW");
            AtomicBoolean isChanged = new AtomicBoolean();
            CompletableFuture<Integer> playing = CompletableFuture.supplyAsync(() -> {
                int rounds = 0;
                for (boolean last = false; !last; rounds++) {
                    last = isChanged.get();
                    round.play();
                }
                return rounds;
            });
            assertEquals(1, site.database().migrate(Database.THIS, Database.NEXT), "the next one alone");
            isChanged.set(true);
            assertTrue(playing.join() > 1, "it was played before and after");
            portal.end();
            portal.startAgain();
            round.play();
            assertEquals(List.of(), portal.troubles());
        }
    }
}
