package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.imagedata.StoreInspector;
import dev.handshake.task.Task;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TaskPage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A replica dies during an import; simulated by expiring its lease, which it notices later. */
@PortalTest
@AlsoOnH2
class ImportFailoverTest {

    private final Cast cast = new Cast();

    @Inject
    StoreInspector inspector;

    @Test
    void another_replica_takes_the_import_over_and_one_image_comes_of_it() {
        long before = inspector.storedCount();
        HtmlPage begun = ImportFormPage.submit(cast.producer, "taken over", FakeMirror.urlOf("/slow/81920"));
        TaskPage.awaitState(cast.producer, begun, "Running");
        expireLease(TaskPage.taskId(begun), 1);
        HtmlPage over = TaskPage.awaitFinished(cast.producer, begun);
        assertEquals("Completed", TaskPage.state(over));
        over.follows("View image").is(200).says("taken over", "80 KiB");
        assertEquals(
                1,
                cast.producer
                        .opens("/DFW/images?show=own")
                        .texts("#images > tr")
                        .size());
        Eventually.get(inspector::totalCount, now -> now == before + 1); // no pending upload is left
        assertEquals(2, runs(TaskPage.taskId(begun)));
    }

    @Test
    void an_import_that_outlived_three_replicas_is_failed_cleanly() {
        long before = inspector.storedCount();
        HtmlPage begun = ImportFormPage.submit(cast.producer, "cursed", FakeMirror.urlOf("/slow/409600"));
        TaskPage.awaitState(cast.producer, begun, "Running");
        expireLease(TaskPage.taskId(begun), 3);
        HtmlPage over = TaskPage.awaitFinished(cast.producer, begun);
        over.says("Failed", "The portal stopped while this was running. Nothing was stored; try again.");
        Eventually.get(inspector::totalCount, now -> now == before); // no draft is left
        cast.producer.opens("/DFW/images?show=own").says("No images yet");
    }

    /** Gives the task to another replica whose lease has expired. */
    private static void expireLease(UUID task, int runs) {
        QuarkusTransaction.requiringNew()
                .run(() -> Task.getEntityManager()
                        .createQuery(
                                "update Task set lease.holder = ?1, lease.until = ?2, lease.attempts = ?3 where id = ?4")
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, Instant.EPOCH)
                        .setParameter(3, runs)
                        .setParameter(4, task)
                        .executeUpdate());
    }

    private static int runs(UUID task) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Task.getEntityManager()
                        .createQuery("select lease.attempts from Task where id = ?1", Integer.class)
                        .setParameter(1, task)
                        .getSingleResult());
    }
}
