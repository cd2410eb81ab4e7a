package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.Mirror;
import dev.handshake.Page;
import dev.handshake.Patience;
import dev.handshake.PortalTest;
import dev.handshake.Script;
import dev.handshake.TaskPage;
import dev.handshake.imagedata.StoreInspector;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An image from an address: asked for, waited for, there. */
@PortalTest
class ImportsTest {

    private final Cast cast = new Cast();

    @Inject
    StoreInspector inspector;

    @Test
    void a_file_at_an_address_becomes_an_image() {
        Page over = ImportFormPage.submitAndAwait(cast.creator, "from afar", Mirror.at("/disk.qcow2"));
        assertEquals("success", TaskPage.state(over));
        Page image = over.follows("See the image").is(200);
        image.says("from afar", "qcow2", "10 GiB", "active", "Brought in just now by Cem");
        assertTrue(cast.producer.opens("/DFW/images").text().contains("from afar"));
        cast.offers(Cast.idOf(image), cast.consumer.account).says("offered");
    }

    @Test
    void an_image_without_a_name_is_called_as_the_file() {
        Page over = ImportFormPage.submitAndAwait(cast.producer, "", Mirror.at("/disk.qcow2?version=12#top"));
        over.says("disk.qcow2", "success");
    }

    @Test
    void a_file_of_unknown_size_comes_too() {
        ImportFormPage.submitAndAwait(cast.producer, "chunks", Mirror.at("/chunked/102400"))
                .follows("See the image")
                .says("100 KiB");
    }

    @Test
    void an_address_may_lead_on_a_few_times() {
        assertEquals(
                "success", TaskPage.state(ImportFormPage.submitAndAwait(cast.producer, "hops", Mirror.at("/hops/4"))));
        Page over = ImportFormPage.submitAndAwait(cast.producer, "more hops", Mirror.at("/hops/5"));
        over.says("failure", "leads on to another one more than 5 times");
    }

    @Test
    void while_it_comes_the_page_shows_how_far_it_is() {
        Page begun = ImportFormPage.submit(cast.producer, "slow one", Mirror.at("/slow/61440"));
        Page underWay = TaskPage.until(cast.producer, begun, "processing");
        underWay.says("You can leave this page");
        assertTrue(underWay.first("#state").hasAttr("data-live"));
        assertFalse(cast.producer.opens("/DFW/images").text().contains("slow one"), "half an image");
        cast.observer.opens("/DFW/imports").says("slow one", "processing");
        assertEquals("success", TaskPage.state(TaskPage.over(cast.producer, begun)));
    }

    @Test
    void an_import_can_be_stopped() throws Exception {
        long before = inspector.totalCount();
        Page begun = ImportFormPage.submit(cast.producer, "stopped", Mirror.at("/slow/4096000"));
        Page stopped = TaskPage.until(cast.producer, begun, "processing").presses("Stop it");
        stopped.says("The import is stopped.", "failure", "Nora stopped it.");
        Patience.until(inspector::totalCount, left -> left == before);
        cast.producer.posts(begun.path() + "/cancellation").says("The import was over already.");
        assertEquals("failure", TaskPage.state(cast.producer.opens(begun.path())));
    }

    @Test
    void an_image_that_is_deleted_waits_for_nothing_more() {
        Script owner = Script.of(cast.producer);
        String image = owner.creates("deleted meanwhile").toString();
        owner.post(
                        "/v2/images/" + image + "/import",
                        "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + Mirror.at("/slow/4096000") + "\"}}")
                .is(202);
        String imports = "/DFW/imports";
        Patience.until(() -> cast.producer.opens(imports).text().contains("processing"));
        owner.delete("/v2/images/" + image).is(204);
        cast.producer.opens(imports).says("failure", "The image was deleted.");
    }

    @Test
    void who_tries_again_need_not_type_again() {
        Page over = ImportFormPage.submitAndAwait(cast.producer, "again", Mirror.at("/status/404"));
        Page form = over.follows("Try again").is(200);
        assertEquals("again", form.first("#name").val());
        assertEquals(Mirror.at("/status/404"), form.first("#address").val());
        assertEquals(
                "success",
                TaskPage.state(
                        TaskPage.over(cast.producer, form.presses("Fetch it", "address", Mirror.at("/raw/512")))));
    }

    @Test
    void the_same_form_sent_twice_begins_one_import() {
        String id = UUID.randomUUID().toString();
        String[] form = {"id", id, "name", "once", "address", Mirror.at("/raw/512")};
        Page first = cast.producer.posts("/DFW/imports", form).is(200);
        Page second = cast.producer.posts("/DFW/imports", form).is(200);
        assertEquals(first.path(), second.path());
        TaskPage.over(cast.producer, second);
        assertEquals(1, cast.producer.opens("/DFW/imports").texts(".row-card").size());
        assertEquals(
                1,
                cast.producer.opens("/DFW/images?show=own").texts(".row-card").size());
    }

    @Test
    void nobody_else_sees_an_import_and_each_role_does_its_part() {
        Page begun = ImportFormPage.submit(cast.creator, "ours", Mirror.at("/slow/102400"));
        cast.stranger.opens(begun.path()).is(404);
        cast.stranger.posts(begun.path() + "/cancellation").is(404);
        cast.stranger.opens("/DFW/imports/new?again=" + TaskPage.id(begun)).is(404);
        cast.stranger.opens("/DFW/imports").is(200).says("No imports yet").saysNothingOf("ours");
        cast.observer.opens(begun.path()).is(200).says("ours");
        assertFalse(cast.observer.opens(begun.path()).offers("Stop it"));
        cast.observer.posts(begun.path() + "/cancellation").is(403);
        cast.observer.opens("/DFW/imports/new").is(403);
        cast.observer
                .posts("/DFW/imports", "name", "x", "address", Mirror.at("/raw/512"))
                .is(403);
        cast.creator.opens(begun.path().replace("DFW", "ORD")).is(404);
        cast.creator.posts(begun.path() + "/cancellation").is(200);
    }

    @Test
    void an_account_has_a_few_under_way_and_no_more() {
        for (int each = 0; each < 10; each++) {
            ImportFormPage.submit(cast.producer, "slow " + each, Mirror.at("/slow/4000000"))
                    .is(200);
        }
        ImportFormPage.submit(cast.producer, "one more", Mirror.at("/raw/512"))
                .is(429)
                .says("has 10 of these under way already");
        for (org.jsoup.nodes.Element each : cast.producer.opens("/DFW/imports").all(".row-card a")) {
            cast.producer.posts(each.attr("href") + "/cancellation");
        }
    }
}
