package dev.handshake.imagedata;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.image.Image;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A format guessed as raw is marked as such everywhere, and for everything derived from it. */
@PortalTest
class FormatGuessTest {

    private static final String WARNING =
            "This may not be a disk image: no partition table, file system or boot sector";

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Test
    void each_door_tells_the_owner() {
        cast.producer.uploads("DFW", "by a form", DiskFiles.raw(4_096)).is(200).says(WARNING);
        UUID image = ApiClient.idOf(owner.post("/v2/images", "{\"disk_format\":\"raw\"}"));
        owner.put("/v2/images/" + image + "/file", DiskFiles.raw(4_096)).is(204);
        cast.producer.opens(page(image)).is(200).says(WARNING);
    }

    @Test
    void staged_data_is_guessed_too() {
        UUID image = owner.creates("staged");
        owner.put("/v2/images/" + image + "/stage", new byte[4_096]).is(204);
        owner.post("/v2/images/" + image + "/import", "{\"method\":{\"name\":\"glance-direct\"}}")
                .is(202);
        assertTrue(((Image) Image.findById(new Image.Key("DFW", image))).formatGuessed);
    }

    @Test
    void a_disk_with_a_boot_sector_is_no_guess() {
        byte[] file = DiskFiles.raw(4_096);
        file[510] = 0x55;
        file[511] = (byte) 0xaa;
        cast.producer.uploads("DFW", "bootable", file).is(200).doesNotSay(WARNING);
        cast.producer.uploads("DFW", "known", DiskFiles.qcow2(1 << 30)).is(200).doesNotSay(WARNING);
    }

    @Test
    void the_review_of_an_offer_and_the_consumer_are_told() {
        UUID image = Cast.idOf(cast.producer.uploads("DFW", "guessed", DiskFiles.raw(4_096)));
        HtmlPage review = cast.producer
                .opens("/DFW/offer-batches?image=" + image)
                .presses("Review", "numbers", cast.consumer.account);
        review.is(200).says(WARNING);
        review.presses("Make", "confirmed", "*").is(200);
        cast.consumer.opens(page(image)).is(200).says(WARNING);
        cast.stranger.opens(page(image)).is(404).doesNotSay(WARNING);
    }

    @Test
    void a_snapshot_of_a_server_made_from_it_says_so_too() {
        UUID image = Cast.idOf(cast.producer.uploads("DFW", "guessed", DiskFiles.raw(4_096)));
        UUID server = cast.server(cast.producer, image, "web");
        cast.producer
                .opens("/DFW/servers/" + server)
                .presses("Take snapshot")
                .is(200)
                .says(WARNING);
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }
}
