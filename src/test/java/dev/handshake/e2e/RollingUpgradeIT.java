package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A rolling upgrade: the first replica of the next release migrates the schema while this release is still running. */
class RollingUpgradeIT {

    @Test
    void this_release_plays_on_while_and_after_the_next_one_adds_to_the_schema() throws Exception {
        try (PackagedEnvironment packagedEnvironment = new PackagedEnvironment(Map.of());
                PackagedPortal portal = packagedEnvironment.startPortal()) {
            HandshakeScenario handshakeScenario = new HandshakeScenario(packagedEnvironment, portal, "DFW");
            AtomicBoolean isChanged = new AtomicBoolean();
            CompletableFuture<Integer> playing = CompletableFuture.supplyAsync(() -> {
                int rounds = 0;
                for (boolean last = false; !last; rounds++) {
                    last = isChanged.get();
                    handshakeScenario.run();
                }
                return rounds;
            });
            assertEquals(1, packagedEnvironment.database().migrateToNextRelease(), "the next one alone");
            isChanged.set(true);
            assertTrue(playing.join() > 1, "it was played before and after");
            portal.terminate();
            portal.restart();
            handshakeScenario.run();
            assertEquals(List.of(), portal.errorLines());
        }
    }
}
