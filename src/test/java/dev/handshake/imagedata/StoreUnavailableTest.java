package dev.handshake.imagedata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.store.ImageStore;
import dev.handshake.store.UnavailableStore;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the store is down, what needs data is refused on pages and API, and everything else works. */
@PortalTest
@AlsoOnH2
class StoreUnavailableTest {

    private static final String SENTENCE = new RefusedException(Reason.STORE_UNAVAILABLE).message();

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private UUID image;

    @Inject
    ImageStore store;

    @BeforeEach
    void makeStoreUnavailable() {
        image = cast.accepted("out of reach");
        QuarkusMock.installMockForInstance(new UnavailableStore(), store);
    }

    @Test
    void a_file_is_not_taken_and_what_was_typed_stays() {
        HtmlPage page = cast.producer
                .uploads("DFW", "typed-name", DiskFiles.raw(1 << 20))
                .is(503);
        page.says(SENTENCE);
        assertEquals("typed-name", page.element("#name").val());
        cast.producer.opens("/DFW/images?show=own").doesNotSay("typed-name");
    }

    @Test
    void data_is_not_taken_and_can_be_sent_again() {
        UUID queued = owner.creates("queued");
        for (String way : new String[] {"file", "stage"}) {
            ApiClient.ApiResponse apiResponse = owner.put("/v2/images/" + queued + "/" + way, DiskFiles.raw(1 << 20));
            assertTrue(apiResponse.is(503).text().contains(SENTENCE), apiResponse.text());
            assertEquals(
                    "queued",
                    owner.get("/v2/images/" + queued).json().path("status").asText());
        }
    }

    @Test
    void data_is_not_given_which_is_said() {
        for (String range : new String[] {"bytes=0-", "bytes=5-9"}) {
            ApiClient.ApiResponse apiResponse = owner.get("/v2/images/" + image + "/file", "Range", range);
            assertTrue(apiResponse.is(503).text().contains(SENTENCE), apiResponse.text());
        }
    }

    @Test
    void images_are_shown_shared_and_deleted_all_the_same() {
        cast.consumer.opens("/DFW/images/" + image).is(200).says("out of reach");
        cast.producer.opens("/DFW/images").is(200).says("out of reach");
        cast.offers(image, cast.otherConsumer.account);
        cast.producer
                .posts("/DFW/images/" + image + "/deletion", "name", "out of reach")
                .is(200)
                .says("is deleted");
        cast.consumer.opens("/DFW/images/" + image).is(404);
    }
}
