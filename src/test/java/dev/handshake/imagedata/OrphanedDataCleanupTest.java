package dev.handshake.imagedata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.store.ImageStore;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Data left by crashed processes is deleted; data of images stays. */
@PortalTest
@AlsoOnH2
class OrphanedDataCleanupTest {

    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    private final Cast cast = new Cast();

    @Inject
    ImageStore store;

    @Inject
    OrphanedDataCleanup cleanup;

    @Inject
    StoreInspector inspector;

    @Test
    void data_that_no_image_has_is_removed_and_all_other_stays() throws Exception {
        UUID image = cast.image("swept around");
        UUID orphan = kept();
        cleanup.deleteOrphans(LATER);
        assertFalse(inspector.contains(orphan));
        assertTrue(inspector.contains(inspector.dataKey(image)));
    }

    @Test
    void data_that_only_a_server_has_stays_until_that_goes() throws Exception {
        UUID image = cast.image("outlived");
        UUID data = inspector.dataKey(image);
        UUID server = cast.server(cast.producer, image, "outliving");
        cast.producer.posts("/DFW/images/" + image + "/deletion").is(200);
        cleanup.deleteOrphans(LATER);
        assertTrue(inspector.contains(data));
        cast.producer.posts("/DFW/servers/" + server + "/deletion").is(200);
        assertFalse(inspector.contains(data));
    }

    @Test
    void what_is_young_may_still_be_at_work() throws Exception {
        UUID orphan = kept();
        cleanup.deleteOrphans();
        assertTrue(inspector.contains(orphan));
        inspector.delete(orphan);
    }

    @Test
    void a_draft_that_was_never_kept_is_removed() throws Exception {
        long before = inspector.totalCount();
        ImageStore.PendingUpload abandoned = store.startUpload("DFW");
        abandoned.write(new byte[6 << 20]);
        assertEquals(before + 1, inspector.totalCount());
        store.deleteStaleUploads(LATER);
        assertEquals(before, inspector.totalCount());
    }

    private UUID kept() throws Exception {
        try (ImageStore.PendingUpload pendingUpload = store.startUpload("DFW")) {
            pendingUpload.write(1);
            pendingUpload.commit();
            return pendingUpload.key;
        }
    }
}
