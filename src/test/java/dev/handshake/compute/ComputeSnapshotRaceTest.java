package dev.handshake.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.compute.Nova.NovaServer;
import dev.handshake.image.Image;
import dev.handshake.image.SuspensionLock;
import dev.handshake.imagedata.StoreInspector;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.ApiClient.ApiResponse;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A snapshot of the compute service while its source is suspended, marked or deleted. */
@PortalTest
@AlsoOnH2
class ComputeSnapshotRaceTest {

    private static final String SENTENCE = "The provider suspended the data that this server was started from";

    private final Cast cast = new Cast();
    private final Nova nova = new Nova(cast.consumer.account);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);
    private final UUID golden = cast.image(cast.producer, "golden", Cast.uniqueDiskFile());

    @Inject
    StoreInspector inspector;

    private NovaServer server() {
        cast.offers(golden, cast.consumer.account);
        return nova.starts(golden);
    }

    private void change(Consumer<Image> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(lockGolden()));
    }

    private Image lockGolden() {
        return Image.findById(new Image.Key("DFW", golden), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The answer to a request that was sent while {@code change} was under way, and had to wait for it. */
    private ApiResponse during(Consumer<Image> change, boolean isSuspension, Supplier<ApiResponse> request) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    if (isSuspension) {
                        SuspensionLock.acquireExclusive("DFW");
                    }
                    Image image = lockGolden();
                    CompletableFuture<ApiResponse> answer = CompletableFuture.supplyAsync(request);
                    assertThrows(TimeoutException.class, () -> answer.get(800, TimeUnit.MILLISECONDS));
                    change.accept(image);
                    return answer;
                })
                .join();
    }

    @Test
    void while_the_source_is_suspended_none_is_taken() {
        NovaServer server = server();
        change(image -> image.suspend("why"));
        assertEquals(true, nova.announces(server, "no", Map.of()).is(403).text().contains(SENTENCE));
        UUID own = cast.image(cast.consumer, "own");
        nova.announces(server, "no", Map.of("base_image_ref", own.toString())).is(403);
        assertEquals(0, Image.count("owner = ?1 and name = 'no'", cast.consumer.account));
        change(image -> image.liftSuspension(false));
        nova.snapshots(server, "again");
    }

    @Test
    void its_data_is_refused_if_the_source_was_suspended_meanwhile() {
        UUID snapshot = ApiClient.idOf(nova.announces(server(), "waiting", Map.of("disk_format", "qcow2")));
        long before = inspector.totalCount();
        change(image -> image.suspend("why"));
        assertTrue(nova.uploads(snapshot).is(403).text().contains(SENTENCE));
        assertEquals("queued", consumer.imageStatus(snapshot));
        assertEquals(before, inspector.totalCount());
        change(image -> image.liftSuspension(false));
        nova.uploads(snapshot).is(204);
    }

    @Test
    void a_suspension_under_way_is_waited_for() {
        NovaServer server = server();
        UUID early = ApiClient.idOf(nova.announces(server, "early", Map.of()));
        during(image -> image.suspend("why"), true, () -> nova.announces(server, "late", Map.of()))
                .is(403);
        change(image -> image.liftSuspension(false));
        during(image -> image.suspend("why"), true, () -> nova.uploads(early)).is(403);
        assertEquals("queued", consumer.imageStatus(early));
    }

    @Test
    void a_mark_under_way_is_waited_for() {
        NovaServer server = server();
        UUID snapshot = ApiClient.idOf(
                during(image -> image.markExportable(false), false, () -> nova.announces(server, "late", Map.of())));
        nova.uploads(snapshot).is(204);
        consumer.get("/v2/images/" + snapshot + "/file").is(403);
        nova.images().get("/v2/images/" + snapshot + "/file").is(200);
    }
}
