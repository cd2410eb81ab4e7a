package dev.handshake.catalog;

import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The support contact: the provider for its base images; for other images the owner, with the provider helping only
 * with booting.
 */
@PortalTest
class SupportContactTest {

    private final Cast cast = new Cast();

    @Test
    void the_provider_supports_its_base_images() {
        UUID base = cast.image(cast.provider, "supported");
        cast.consumer
                .opens("/DFW/images/" + base)
                .says("Support contact", "This is a base image, supported by the provider.");
    }

    @Test
    void a_consumer_asks_the_owner_at_the_contact_of_the_offer() {
        UUID image = cast.image("modified");
        cast.producer
                .opens("/DFW/offer-batches?image=" + image)
                .presses("Review", "numbers", cast.consumer.account)
                .presses("Make", "confirmed", "*", "contact", "help@producer.example")
                .is(200);
        cast.consumer
                .opens("/DFW/images/" + image)
                .says("offers best-effort help with booting only", "contact its owner: help@producer.example");
        cast.producer
                .opens("/DFW/images/" + image + "/details")
                .says("For everything else, consumers use the support contact");
    }
}
