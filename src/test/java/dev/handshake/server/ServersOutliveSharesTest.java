package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.imagedata.StoreInspector;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Servers outlive the share and the image, and keep their data. */
@PortalTest
class ServersOutliveSharesTest {

    private static final String ENDED = "source no longer shared";

    private final Cast cast = new Cast();

    @Inject
    StoreInspector inspector;

    @Test
    void servers_created_from_the_shared_image_stay_when_it_is_revoked() {
        UUID image = cast.accepted("golden");
        UUID server = cast.server(cast.consumer, image, "survivor");
        cast.consumer
                .opens(page(server))
                .is(200)
                .doesNotSay(ENDED)
                .follows("golden")
                .is(200);
        assertTrue(visible(server));
        cast.producer
                .posts("/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
        isOrphaned(server, image, "golden");
        cast.consumer.posts(page(server) + "/stop").is(200).says("stopped");
        cast.consumer.posts(page(server) + "/start").is(200).says("started again");
        cast.offers(image, cast.consumer.account);
        cast.consumer.opens(page(server)).is(200).doesNotSay(ENDED);
    }

    @Test
    void servers_stay_and_the_data_with_them_when_the_original_is_deleted() {
        UUID image = cast.accepted("deleted-golden");
        UUID data = inspector.dataKey(image);
        UUID one = cast.server(cast.consumer, image, "survivor");
        UUID other = cast.server(cast.producer, image, "own-survivor");
        delete(image, "deleted-golden");
        isOrphaned(one, image, "deleted-golden");
        cast.producer.opens(page(other)).is(200).says("source deleted").doesNotSay(ENDED);
        assertTrue(inspector.contains(data));
        cast.consumer.posts(page(one) + "/deletion").is(200);
        assertTrue(inspector.contains(data));
        cast.producer.posts(page(other) + "/deletion").is(200);
        assertFalse(inspector.contains(data));
        isOrphaned(one, image, "deleted-golden");
    }

    @Test
    void the_data_stays_with_the_image_when_its_servers_are_deleted() {
        UUID image = cast.image("kept");
        UUID server = cast.server(cast.producer, image, "short-lived");
        cast.producer.posts(page(server) + "/deletion").is(200);
        assertTrue(inspector.contains(inspector.dataKey(image)));
    }

    @Test
    void a_server_keeps_its_size_and_what_it_came_from_as_they_were() {
        UUID image = cast.image("before");
        UUID server = cast.server(cast.producer, image, "frozen");
        cast.producer
                .posts("/DFW/images/" + image + "/details", "name", "after")
                .is(200);
        cast.producer.opens(page(server)).is(200).says("before").doesNotSay("after");
    }

    private void delete(UUID image, String name) {
        cast.producer.posts("/DFW/images/" + image + "/deletion", "name", name).is(200);
    }

    private void isOrphaned(UUID server, UUID image, String name) {
        HtmlPage page = cast.consumer.opens(page(server)).is(200).says(name, ENDED, cast.producer.account);
        page.doesNotSay("/images/" + image);
        String status = page.text().contains("survivor deleted") ? "?status=deleted" : "";
        cast.consumer.opens("/DFW/servers" + status).is(200).says(name, ENDED);
        assertFalse(visible(server));
    }

    private boolean visible(UUID server) {
        var source = ApiClient.forUser(cast.consumer)
                .get("/DFW/servers/" + server)
                .is(200)
                .json()
                .path("image");
        assertEquals(cast.producer.account, source.path("owner").asText());
        return source.path("visible").asBoolean();
    }

    private static String page(UUID server) {
        return "/DFW/servers/" + server;
    }
}
