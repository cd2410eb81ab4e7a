package dev.handshake.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.web.Text;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Connection;
import org.junit.jupiter.api.Test;

/** Pages, API and both databases count code points: an emoji counts as one, although it is two chars in Java and H2. */
@PortalTest
@AlsoOnH2
class CharacterLengthTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    private static String emoji(int many) {
        return "😀".repeat(many);
    }

    @Test
    void the_api_takes_as_many_characters_as_it_says() {
        for (Map.Entry<String, Integer> each : Map.of("name", 255, "description", 2_000, "operating_system", 64)
                .entrySet()) {
            String key = "\"" + each.getKey() + "\":\"";
            UUID image = ApiClient.idOf(owner.post("/v2/images", "{" + key + emoji(each.getValue()) + "\"}"));
            assertEquals(
                    emoji(each.getValue()),
                    owner.get("/v2/images/" + image).json().path(each.getKey()).asText());
            owner.post("/v2/images", "{" + key + emoji(each.getValue() + 1) + "\"}")
                    .is(400);
            owner.patch(image, replace(each.getKey(), emoji(each.getValue() + 1)))
                    .is(400);
        }
        UUID image = ApiClient.idOf(owner.post(
                "/v2/images",
                "{\"tags\":[\"" + emoji(255) + "\"],\"" + emoji(255) + "\":\"" + emoji(10_000) + "\",\"text\":\""
                        + emoji(5_000) + "\"}"));
        JsonNode shown = owner.get("/v2/images/" + image).json();
        assertEquals(emoji(255), shown.path("tags").path(0).asText());
        assertEquals(emoji(10_000), shown.path(emoji(255)).asText());
        assertEquals(emoji(5_000), shown.path("text").asText());
        owner.patch(image, "[{\"op\":\"add\",\"path\":\"/" + emoji(255) + "\",\"value\":\"x\"}]")
                .is(200);
        owner.patch(image, "[{\"op\":\"add\",\"path\":\"/" + emoji(256) + "\",\"value\":\"x\"}]")
                .is(400);
        owner.post("/v2/images", "{\"tags\":[\"" + emoji(256) + "\"]}").is(400);
    }

    private static String replace(String key, String value) {
        return "[{\"op\":\"add\",\"path\":\"/" + key + "\",\"value\":\"" + value + "\"}]";
    }

    @Test
    void forms_take_as_many_and_whatever_follows_from_an_image_keeps_its_name() {
        uploads(emoji(256)).is(422).says("Use at most 255 characters; this has 256.");
        UUID image = Cast.idOf(uploads(emoji(255)).is(200));
        String page = "/DFW/images/" + image;
        cast.producer.opens(page).is(200).says(emoji(255));
        cast.producer
                .opens(page + "/edit")
                .presses("Save", "description", emoji(2_000), "operatingSystem", emoji(64), "tags", emoji(255))
                .is(200)
                .says(emoji(2_000), emoji(64), emoji(255));
        cast.producer
                .opens(page + "/edit")
                .presses("Save", "tags", emoji(256))
                .is(422)
                .says("A tag can have at most 255 characters.");
        cast.producer
                .opens("/DFW/offer-batches?image=" + image)
                .presses("Review", "numbers", cast.consumer.account)
                .presses("Make", "confirmed", "*", "note", emoji(1_000), "contact", emoji(255))
                .is(200);
        cast.consumer.opens("/DFW/invitations").is(200).says(emoji(255), emoji(1_000));
        cast.producer.posts(page + "/offers/" + cast.consumer.account + "/label", "label", emoji(101));
        assertEquals(
                emoji(100), cast.producer.opens(page).texts("#members .label").get(0));
        cast.consumer
                .posts("/DFW/reports", "image", image.toString(), "ground", "error", "words", emoji(2_000))
                .is(200)
                .says(emoji(2_000));
        cast.producer.opens("/DFW/history").is(200).says(emoji(255));
    }

    private HtmlPage uploads(String name) {
        Connection upload = cast.producer.formPost("/DFW/images/uploads", "name", name);
        return cast.producer.send(upload.data("file", "disk.img", new ByteArrayInputStream(DiskFiles.qcow2(1L << 30))));
    }

    @Test
    void servers_and_snapshots_are_called_so_too() {
        UUID image = cast.image("golden");
        String body = "\"image\":\"" + image + "\",\"flavor\":\"small\",\"name\":\"";
        owner.post("/v2/servers", "{" + body + emoji(256) + "\"}").is(400);
        UUID server = ApiClient.idOf(owner.post("/v2/servers", "{" + body + emoji(255) + "\"}"));
        cast.startsServer(cast.producer, image, emoji(256)).is(422);
        cast.startsServer(cast.producer, image, emoji(255)).is(200).says(emoji(255));
        UUID snapshot = Cast.idOf(cast.producer
                .opens("/DFW/servers/" + server)
                .presses("Take snapshot")
                .is(200));
        String name = owner.get("/v2/images/" + snapshot).json().path("name").asText();
        assertEquals(emoji(255 - " snapshot".length()) + " snapshot", name);
        owner.post("/v2/servers/" + server + "/snapshots", "{\"name\":\"" + emoji(255) + "\",\"data\":\"as-started\"}")
                .is(201);
        owner.post("/v2/servers/" + server + "/snapshots", "{\"name\":\"" + emoji(256) + "\"}")
                .is(400);
        cast.producer.opens("/DFW/costs").is(200);
    }

    @Test
    void what_is_cut_is_cut_between_characters() {
        assertEquals("😀", Text.truncate(1, "😀😀"));
        assertEquals("a…", Text.abbreviate(2, "a😀b"));
        assertEquals("😀b", Text.abbreviate(2, "😀b"));
    }
}
