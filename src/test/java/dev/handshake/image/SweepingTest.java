package dev.handshake.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.PortalTest;
import dev.handshake.store.ImageStore;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What processes that died left in the store goes; what images have stays. */
@PortalTest
class SweepingTest {

    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    private final Cast cast = new Cast();

    @Inject
    ImageStore store;

    @Inject
    Sweeping sweeping;

    @Inject
    Vault vault;

    @Test
    void data_that_no_image_has_is_removed_and_all_other_stays() throws Exception {
        UUID image = cast.image("swept around");
        UUID orphan = kept();
        sweeping.sweep(LATER);
        assertFalse(vault.holds(orphan));
        assertTrue(vault.holds(vault.key(image)));
    }

    @Test
    void data_that_only_a_server_has_stays_until_that_goes() throws Exception {
        UUID image = cast.image("outlived");
        UUID data = vault.key(image);
        UUID server = cast.server(cast.producer, image, "outliving");
        cast.producer.posts("/DFW/images/" + image + "/deletion").is(200);
        sweeping.sweep(LATER);
        assertTrue(vault.holds(data));
        cast.producer.posts("/DFW/servers/" + server + "/deletion").is(200);
        assertFalse(vault.holds(data));
    }

    @Test
    void what_is_young_may_still_be_at_work() throws Exception {
        UUID orphan = kept();
        sweeping.sweep();
        assertTrue(vault.holds(orphan));
        vault.lose(orphan);
    }

    @Test
    void a_draft_that_was_never_kept_is_removed() throws Exception {
        long before = vault.pieces();
        ImageStore.Draft abandoned = store.draft("DFW");
        abandoned.write(new byte[6 << 20]);
        assertEquals(before + 1, vault.pieces());
        store.forgetDrafts(LATER);
        assertEquals(before, vault.pieces());
    }

    private UUID kept() throws Exception {
        try (ImageStore.Draft draft = store.draft("DFW")) {
            draft.write(1);
            draft.keep();
            return draft.key;
        }
    }
}
