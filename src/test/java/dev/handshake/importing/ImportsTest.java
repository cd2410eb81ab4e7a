package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.imagedata.StoreInspector;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TaskPage;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Importing an image from a URL. */
@PortalTest
class ImportsTest {

    private final Cast cast = new Cast();

    @Inject
    StoreInspector inspector;

    @Test
    void a_file_at_an_address_becomes_an_image() {
        HtmlPage over = ImportFormPage.submitAndAwait(cast.creator, "from afar", FakeMirror.urlOf("/disk.qcow2"));
        assertEquals("Completed", TaskPage.state(over));
        HtmlPage image = over.follows("View image").is(200);
        image.follows("Details").says("from afar", "qcow2", "10 GiB", "active", "Added just now by Cem");
        assertTrue(cast.producer.opens("/DFW/images").text().contains("from afar"));
        cast.offers(Cast.idOf(image), cast.consumer.account).says("offered");
    }

    @Test
    void an_image_without_a_name_is_called_as_the_file() {
        HtmlPage over =
                ImportFormPage.submitAndAwait(cast.producer, "", FakeMirror.urlOf("/disk.qcow2?version=12#top"));
        over.says("disk.qcow2", "Completed");
    }

    @Test
    void a_file_of_unknown_size_comes_too() {
        ImportFormPage.submitAndAwait(cast.producer, "chunks", FakeMirror.urlOf("/chunked/102400"))
                .follows("View image")
                .says("100 KiB");
    }

    @Test
    void an_address_may_lead_on_a_few_times() {
        assertEquals(
                "Completed",
                TaskPage.state(ImportFormPage.submitAndAwait(cast.producer, "hops", FakeMirror.urlOf("/hops/4"))));
        HtmlPage over = ImportFormPage.submitAndAwait(cast.producer, "more hops", FakeMirror.urlOf("/hops/5"));
        over.says("Failed", "redirects more than 5 times");
    }

    @Test
    void while_it_comes_the_page_shows_how_far_it_is() {
        HtmlPage begun = ImportFormPage.submit(cast.producer, "slow one", FakeMirror.urlOf("/slow/61440"));
        HtmlPage underWay = TaskPage.awaitState(cast.producer, begun, "Running");
        underWay.says("You can leave this page");
        assertTrue(underWay.element("#state").hasAttr("data-live"));
        HtmlPage images = cast.producer.opens("/DFW/images?show=own").is(200);
        assertEquals(List.of("slow one"), images.texts("#imports > tr > th > a"));
        assertEquals(List.of(), images.texts("#images > tr"), "half an image");
        assertEquals(List.of(), cast.consumer.opens("/DFW/images").texts("#imports > tr"));
        cast.observer.opens("/DFW/imports").says("slow one", "Running");
        assertEquals("Completed", TaskPage.state(TaskPage.awaitFinished(cast.producer, begun)));
    }

    @Test
    void an_import_can_be_stopped() throws Exception {
        long before = inspector.totalCount();
        HtmlPage begun = ImportFormPage.submit(cast.producer, "stopped", FakeMirror.urlOf("/slow/4096000"));
        HtmlPage stopped = TaskPage.awaitState(cast.producer, begun, "Running").presses("Cancel import");
        stopped.says("The import is canceled.", "Canceled", "Canceled by Nora.");
        assertEquals(List.of("Canceled"), stopped.texts("#state .status-canceled"));
        Eventually.get(inspector::totalCount, left -> left == before);
        cast.producer.posts(begun.path() + "/cancellation").says("The import had already ended.");
        assertEquals("Canceled", TaskPage.state(cast.producer.opens(begun.path())));
        cast.producer.opens("/DFW/imports").says("Canceled").doesNotSay("Failed");
    }

    @Test
    void who_stops_an_import_is_not_told_of_a_failure() {
        HtmlPage begun = ImportFormPage.submit(cast.producer, "no failure", FakeMirror.urlOf("/slow/4096000"));
        cast.producer.posts(begun.path() + "/cancellation").says("The import is canceled.");
        cast.producer.opens("/DFW/notifications").is(200).doesNotSay("no failure");
        ApiClient owner = ApiClient.forUser(cast.producer);
        JsonNode task =
                owner.get("/v2/tasks/" + begun.path().replaceAll(".*/", "")).json();
        assertEquals("failure", task.path("status").asText(), "the Images API has no word for it");
        assertEquals("Canceled by Nora.", task.path("message").asText());
        assertEquals(
                1, owner.get("/v2/tasks?status=failure").json().path("tasks").size());
    }

    @Test
    void an_image_that_is_deleted_waits_for_nothing_more() {
        ApiClient owner = ApiClient.forUser(cast.producer);
        String image = owner.creates("deleted meanwhile").toString();
        owner.post(
                        "/v2/images/" + image + "/import",
                        "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + FakeMirror.urlOf("/slow/4096000")
                                + "\"}}")
                .is(202);
        String imports = "/DFW/imports";
        Eventually.isTrue(() -> cast.producer.opens(imports).text().contains("Running"));
        owner.delete("/v2/images/" + image).is(204);
        cast.producer.opens(imports).says("Canceled", "The image was deleted.");
    }

    @Test
    void who_tries_again_need_not_type_again() {
        HtmlPage over = ImportFormPage.submitAndAwait(cast.producer, "again", FakeMirror.urlOf("/status/404"));
        HtmlPage form = over.follows("Try again").is(200);
        assertEquals("again", form.element("#name").val());
        assertEquals(FakeMirror.urlOf("/status/404"), form.element("#address").val());
        assertEquals(
                "Completed",
                TaskPage.state(TaskPage.awaitFinished(
                        cast.producer, form.presses("Import", "address", FakeMirror.urlOf("/raw/512")))));
    }

    @Test
    void the_same_form_sent_twice_begins_one_import() {
        String id = UUID.randomUUID().toString();
        String[] form = {"id", id, "name", "once", "address", FakeMirror.urlOf("/raw/512")};
        HtmlPage first = cast.producer.posts("/DFW/imports", form).is(200);
        HtmlPage second = cast.producer.posts("/DFW/imports", form).is(200);
        assertEquals(first.path(), second.path());
        TaskPage.awaitFinished(cast.producer, second);
        assertEquals(1, cast.producer.opens("/DFW/imports").texts(".row-card").size());
        assertEquals(
                1,
                cast.producer
                        .opens("/DFW/images?show=own")
                        .texts("#images > tr")
                        .size());
    }

    @Test
    void nobody_else_sees_an_import_and_each_role_does_its_part() {
        HtmlPage begun = ImportFormPage.submit(cast.creator, "ours", FakeMirror.urlOf("/slow/102400"));
        cast.stranger.opens(begun.path()).is(404);
        cast.stranger.posts(begun.path() + "/cancellation").is(404);
        cast.stranger.opens("/DFW/imports/new?again=" + TaskPage.taskId(begun)).is(404);
        cast.stranger.opens("/DFW/imports").is(200).says("No imports yet").doesNotSay("ours");
        cast.observer.opens(begun.path()).is(200).says("ours");
        assertFalse(cast.observer.opens(begun.path()).hasAction("Cancel import"));
        cast.observer.posts(begun.path() + "/cancellation").is(403);
        cast.observer.opens("/DFW/imports/new").is(403);
        cast.observer
                .posts("/DFW/imports", "name", "x", "address", FakeMirror.urlOf("/raw/512"))
                .is(403);
        cast.creator.opens(begun.path().replace("DFW", "ORD")).is(404);
        cast.creator.posts(begun.path() + "/cancellation").is(200);
    }

    @Test
    void an_account_has_a_few_under_way_and_no_more() {
        for (int each = 0; each < 10; each++) {
            ImportFormPage.submit(cast.producer, "slow " + each, FakeMirror.urlOf("/slow/4000000"))
                    .is(200);
        }
        ImportFormPage.submit(cast.producer, "one more", FakeMirror.urlOf("/raw/512"))
                .is(429)
                .says("already has 10 of these in progress");
        for (org.jsoup.nodes.Element each : cast.producer.opens("/DFW/imports").elements(".row-card a")) {
            cast.producer.posts(each.attr("href") + "/cancellation");
        }
    }
}
