package dev.handshake.catalog;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who edits the details of an image, and who sees them. */
@PortalTest
@AlsoOnH2
class ImageDetailsTest {

    private final Cast cast = new Cast();

    @Test
    void details_change_but_not_by_everybody() {
        UUID image = cast.accepted("described");
        cast.creator
                .opens("/DFW/images/" + image + "/edit")
                .presses(
                        "Save",
                        "name",
                        "renamed",
                        "description",
                        "What it is",
                        "operatingSystem",
                        "Debian 12",
                        "minDisk",
                        "20",
                        "minRam",
                        "2048",
                        "tags",
                        "web prod web")
                .is(200)
                .says("renamed", "What it is", "Debian 12", "20 GiB", "2048 MiB", "prod web");
        cast.consumer.opens("/DFW/images/" + image).says("renamed", "prod web");
        cast.producer
                .opens("/DFW/images/" + image + "/edit")
                .presses("Save", "name", " ")
                .is(422)
                .says("Enter a name");
        cast.observer
                .opens("/DFW/images/" + image + "/edit")
                .is(403)
                .says("requires the creator role; yours is observer");
    }
}
