package dev.handshake.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.task.Task;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TaskPage;
import dev.handshake.testing.TestUser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Preparing an export and downloading it through its link. */
@PortalTest
class ExportsTest {

    private static final byte[] DISK = DiskFiles.raw(307_200);

    private final Cast cast = new Cast();

    @Test
    void an_owner_takes_its_image_out_whole_or_in_parts() {
        HtmlPage ready = prepareExport(cast.producer, image("mine"));
        ready.says("Completed", "The data is verified.", "300 KiB");
        String link = link(ready);
        HtmlPage whole = cast.producer.opens(link).is(200);
        assertArrayEquals(DISK, whole.bytes());
        assertEquals(
                "attachment; filename=\"mine.raw\"; filename*=UTF-8''mine.raw", whole.header("Content-Disposition"));
        assertEquals("bytes", whole.header("Accept-Ranges"));
        HtmlPage rest = cast.producer.send(cast.producer.requestTo(link).header("Range", "bytes=307190-"));
        assertEquals("bytes 307190-307199/307200", rest.is(206).header("Content-Range"));
        assertArrayEquals(Arrays.copyOfRange(DISK, 307_190, 307_200), rest.bytes());
        String tag = whole.header("ETag");
        cast.producer
                .send(cast.producer.requestTo(link).header("Range", "bytes=0-9").header("If-Range", tag))
                .is(206);
        cast.producer
                .send(cast.producer.requestTo(link).header("Range", "bytes=0-9").header("If-Range", "\"x\""))
                .is(200);
        cast.producer
                .send(cast.producer.requestTo(link).header("Range", "bytes=307200-"))
                .is(416);
    }

    @Test
    void a_consumer_takes_out_what_it_was_offered_until_it_is_removed() {
        UUID image = image("given");
        cast.offers(image, cast.consumer.account);
        HtmlPage form = cast.consumer.opens("/DFW/exports/new?image=" + image).is(200);
        String link = link(TaskPage.awaitFinished(cast.consumer, form.presses("Start export", "acknowledged", "yes")));
        cast.consumer.posts("/DFW/invitations/" + image + "/rejection");
        assertArrayEquals(DISK, cast.consumer.opens(link).is(200).bytes());
        cast.producer
                .posts("/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
        cast.consumer.opens(link).is(404);
        cast.consumer.opens(page(link)).says("your account has no access to it");
        assertFalse(cast.consumer.opens(page(link)).hasAction("Download"));
    }

    @Test
    void a_link_is_good_for_its_account_alone_and_as_it_is() {
        UUID image = image("linked");
        cast.offers(image, cast.consumer.account);
        String link = link(prepareExport(cast.producer, image));
        cast.consumer.opens(link).is(404);
        cast.stranger.opens(link).is(404);
        cast.producer.opens(link.replace("DFW", "ORD")).is(404);
        cast.producer
                .opens(link.replaceFirst("until=[0-9]+", "until=99999999999"))
                .is(410)
                .says("This link has expired");
        cast.producer.opens(link.replaceFirst("signature=..", "signature=zz")).is(410);
        cast.producer.opens(link.replaceFirst("&signature=.*", "")).is(410);
        cast.producer.opens(link.replaceFirst("\\?.*", "")).is(410);
        cast.producer.opens(link.replaceFirst("until=[0-9]+", "until=soon")).is(404);
        HtmlPage nobody =
                Cast.newUser("Nobody", "1", dev.handshake.account.Role.ADMIN).opensSignedOut(link);
        assertTrue(nobody.url().contains("/authorize"), nobody.url());
        cast.observer.opens(link).is(403).says("requires the admin role; yours is observer");
    }

    @Test
    void an_export_is_over_after_some_days() {
        HtmlPage ready = prepareExport(cast.producer, image("old"));
        String link = link(ready);
        QuarkusTransaction.requiringNew()
                .run(() -> Task.update(
                        "updatedAt = ?1 where id = ?2",
                        Instant.now().minus(Duration.ofDays(7)),
                        TaskPage.taskId(ready)));
        cast.producer
                .opens(ready.path())
                .says("Expired", "It was available until")
                .doesNotSay("signature=");
        cast.producer.opens(link).is(410).says("This export has expired. Export the image again.");
        cast.producer.opens("/DFW/exports").says("old", "Expired");
        assertEquals(
                "Completed",
                TaskPage.state(TaskPage.awaitFinished(
                        cast.producer,
                        cast.producer
                                .opens(ready.path())
                                .follows("Export again")
                                .presses("Start export"))));
    }

    @Test
    void the_same_form_sent_twice_prepares_once() {
        String[] form = {
            "id", UUID.randomUUID().toString(), "image", image("once").toString()
        };
        HtmlPage first = cast.producer.posts("/DFW/exports", form).is(200);
        assertEquals(
                first.path(), cast.producer.posts("/DFW/exports", form).is(200).path());
        TaskPage.awaitFinished(cast.producer, first);
        assertEquals(1, cast.producer.opens("/DFW/exports").texts(".row-card").size());
    }

    private UUID image(String name) {
        return Cast.idOf(cast.producer.uploads("DFW", name, DISK).is(200));
    }

    private static HtmlPage prepareExport(TestUser testUser, UUID image) {
        HtmlPage form =
                testUser.opens("/DFW/images/" + image).is(200).follows("Export").is(200);
        return TaskPage.awaitFinished(testUser, form.presses("Start export"));
    }

    private static String link(HtmlPage ready) {
        return ready.element("a[href*=signature]").attr("href");
    }

    private static String page(String link) {
        return link.replaceFirst("/data.*", "");
    }
}
