package dev.handshake.imagesync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.disk.DiskFormat;
import dev.handshake.disk.DiskImageInfo;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.glance.GlanceUploads;
import dev.handshake.glance.GlanceUploads.NewImage;
import dev.handshake.image.ImageForm;
import dev.handshake.image.StoredFile;
import dev.handshake.imagedata.ExternalImageBackend;
import dev.handshake.imagedata.ImageBackend;
import dev.handshake.store.ImageStore;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TaskPage;
import dev.handshake.testing.TestUser;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** Images that are uploaded or imported here are made at Glance, in the name of their owner. */
@PortalTest
class GlanceUploadTest {

    private static final byte[] DATA = new byte[512];
    private static final StoredFile FILE = new StoredFile(
            UUID.randomUUID(),
            new DiskImageInfo(DiskFormat.RAW, DATA.length, DATA.length),
            DigestUtils.md5Hex(DATA),
            DigestUtils.sha512Hex(DATA));

    private final GlanceCast cast = new GlanceCast("LON");

    @Inject
    ImageStore store;

    @Inject
    GlanceUploads uploads;

    @Inject
    ExternalImageBackend backend;

    private UUID uploads(byte[] file) {
        return Cast.idOf(cast.producer.uploads("LON", "uploaded", file).is(200));
    }

    private Set<UUID> stored() throws IOException {
        try (Stream<UUID> all = store.listOlderThan("LON", Instant.now().plus(Duration.ofDays(1)))) {
            return all.collect(Collectors.toSet());
        }
    }

    @Test
    void an_uploaded_image_is_at_glance_and_can_be_shared_at_once() throws IOException {
        byte[] file = Cast.uniqueDiskFile();
        UUID image = uploads(file);
        JsonNode shown = cast.shows(cast.producer, image);
        assertEquals("active", shown.path("status").asText());
        assertEquals(file.length, shown.path("size").asInt());
        ApiClient producer = GlanceCast.api(cast.producer);
        assertArrayEquals(
                file, producer.get(cast.apiUrl(image) + "/file").is(200).bytes());
        producer.post(cast.apiUrl(image) + "/members", "{\"member\":\"" + cast.consumer.account + "\"}")
                .is(200);
        assertArrayEquals(
                file,
                GlanceCast.api(cast.consumer)
                        .get(cast.apiUrl(image) + "/file")
                        .is(200)
                        .bytes());
        cast.producer.opens(cast.url(image) + "/history").says("added", "Nora").doesNotSay("the Image service added");
        GlanceCast.api(cast.stranger).get(cast.apiUrl(image)).is(404);
        assertEquals(Set.of(), stored(), "nothing stays here");
    }

    @Test
    void a_sweep_changes_nothing_about_it() {
        UUID image = uploads(Cast.uniqueDiskFile());
        String before = cast.shows(cast.producer, image).toString();
        cast.awaitSweep();
        assertEquals(before, cast.shows(cast.producer, image).toString());
    }

    @Test
    void an_imported_image_is_at_glance_too() throws IOException {
        HtmlPage started = cast.producer
                .opens("/LON/imports/new")
                .presses("Import", "name", "imported", "address", FakeMirror.urlOf("/raw/4096"));
        HtmlPage ended = TaskPage.awaitFinished(cast.producer, started).says("imported");
        String link = ended.element("main a[href^=/LON/images/]").attr("href");
        UUID image = UUID.fromString(link.replaceAll(".*/", ""));
        assertEquals("active", cast.shows(cast.producer, image).path("status").asText());
        cast.producer.opens(link + "/history").says("added", "Nora");
        assertEquals(Set.of(), stored());
    }

    @Test
    void what_is_no_disk_image_does_not_get_there() throws IOException {
        int calls = cast.glance.calls().size();
        cast.producer.uploads("LON", "no disk", new byte[] {1, 2, 3}).is(422);
        assertTrue(cast.glance.calls().stream().skip(calls).noneMatch(each -> each.startsWith("POST /v2/images ")));
        assertEquals(Set.of(), stored());
    }

    @Test
    void what_glance_refuses_is_said_in_its_words_and_nothing_is_kept() throws IOException {
        cast.glance.failNext("PUT /v2/images/.*/file", "413", 1);
        HtmlPage again = cast.producer.uploads("LON", "too much", Cast.uniqueDiskFile());
        assertTrue(again.text().contains("did not take the image"), again.text());
        cast.awaitSweep();
        cast.producer.opens("/LON/images?show=own").doesNotSay("too much");
        assertEquals(Set.of(), stored());
    }

    @Test
    void while_glance_is_away_the_form_comes_back() throws IOException {
        cast.glance.failNext("POST /v2/images", "503", 1);
        HtmlPage again = cast.producer
                .uploads("LON", "kept in the form", Cast.uniqueDiskFile())
                .is(503);
        again.says(Reason.IMAGE_SERVICE_UNAVAILABLE.message());
        assertEquals("kept in the form", again.element("#name").attr("value"));
        assertEquals(Set.of(), stored());
    }

    /** Glance made the image, and its answer was lost. */
    @Test
    void an_image_whose_creation_was_not_confirmed_does_not_stay_without_data() {
        cast.glance.failNext("POST /v2/images", "500 after", 1);
        cast.producer.uploads("LON", "unconfirmed", Cast.uniqueDiskFile()).is(503);
        cast.awaitSweep();
        for (String id : cast.ids(cast.producer)) {
            assertEquals(
                    "active",
                    cast.shows(cast.producer, UUID.fromString(id))
                            .path("status")
                            .asText());
        }
    }

    /** As an import does whose replica died after Glance had made the image. */
    @Test
    void an_attempt_continues_where_one_before_ended() throws IOException {
        UUID id = UUID.randomUUID();
        uploads.createImage(
                "LON", cast.producer.account, new NewImage(id, "imported", "raw", 0, 0, List.of(), Map.of()));
        for (int attempt = 0; attempt < 2; attempt++) {
            backend.create(newImage(cast.producer, id), () -> {});
            assertEquals("active", cast.shows(cast.producer, id).path("status").asText());
        }
        RefusedException no =
                assertThrows(RefusedException.class, () -> backend.create(newImage(cast.stranger, id), () -> {}));
        assertEquals(Reason.IMAGE_NOT_TAKEN, no.reason());
        assertEquals("active", cast.shows(cast.producer, id).path("status").asText());
    }

    private static ImageBackend.NewImage newImage(TestUser user, UUID id) {
        Actor actor = new Actor(user.account, user.name, Role.ADMIN, "LON");
        return new ImageBackend.NewImage(actor, id, ImageForm.EMPTY, FILE, () -> new ByteArrayInputStream(DATA));
    }

    @Test
    void roles_count_as_everywhere() {
        TestUser observer = new TestUser("Olga", cast.producer.account, Role.OBSERVER, "LON");
        observer.opens("/LON/images/uploads").is(403);
        observer.uploads("LON", "no", Cast.uniqueDiskFile()).is(403);
        assertFalse(observer.opens("/LON/images").texts("main a.btn").contains("Add image"));
        assertTrue(cast.producer.opens("/LON/images").texts("main a.btn").contains("Add image"));
    }
}
