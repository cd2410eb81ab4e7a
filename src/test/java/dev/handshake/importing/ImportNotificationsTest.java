package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.PortalTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An account is notified when its import ends; no one else is. */
@PortalTest
class ImportNotificationsTest {

    private final Cast cast = new Cast();

    @Test
    void imports_that_are_over_are_told_with_what_became_of_them() {
        ImportFormPage.submitAndAwait(cast.producer, "fetched", FakeMirror.urlOf("/raw/512"));
        ImportFormPage.submitAndAwait(cast.producer, "missing", FakeMirror.urlOf("/status/404"));
        var page = cast.observer.opens("/DFW/notifications").is(200);
        List<String> words = page.texts(".notification-text");
        assertEquals("The import of fetched is complete.", words.get(1));
        assertEquals(
                "The import of missing failed: 127.0.0.77 answered 404. The file must be publicly available, without sign-in.",
                words.get(0));
        page.follows("missing").is(200).says("Request");
        cast.consumer.opens("/DFW/notifications").says("No notifications yet");
    }

    @Test
    void what_a_client_waits_for_is_no_news() {
        ApiClient owner = ApiClient.forUser(cast.producer);
        owner.put("/v2/images/" + owner.creates("filled") + "/file", new byte[512])
                .is(204);
        cast.producer.opens("/DFW/notifications").says("No notifications yet");
    }
}
