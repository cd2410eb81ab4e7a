package dev.handshake.imagesync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The operators' page of a region whose images are at Glance. */
@PortalTest
class ImageServicePageTest {

    private static final String PAGE = "/LON/image-service";
    private static final String LINK = "a[href=" + PAGE + "]";

    @Inject
    MeterRegistry meters;

    private final GlanceCast cast = new GlanceCast("LON");
    private final TestUser operator = new TestUser("Opal", Cast.newAccountNumber(), Role.ADMIN, "LON", "SYD", "DFW")
            .withClaim("role", List.of("operator", "admin"));

    @Test
    void it_says_how_new_the_copy_is() {
        cast.image("debian-12");
        assertEquals(1, operator.opens("/LON/images").elements(LINK).size());
        operator.opens(PAGE).is(200).says("Mode mirror", "Complete as of");
        assertFalse(operator.opens(PAGE).text().contains("not yet"));
        operator.opens("/SYD/image-service").is(200).says("Mode observe");
    }

    @Test
    void it_lists_what_glance_has_not_made_yet_and_why() {
        UUID image = cast.image("a name that is nobody's business");
        cast.glance.failNext("POST /v2/images/" + image + "/members", "503", 100);
        GlanceCast.api(cast.producer)
                .post(cast.apiUrl(image) + "/members", "{\"member\":\"" + cast.consumer.account + "\"}")
                .is(200);
        String text = Eventually.get(
                () -> operator.opens(PAGE).is(200).text(),
                shown -> shown.contains(image + " " + cast.consumer.account + " pending status 503"));
        assertFalse(text.contains("nobody's business"), "operators see no account's images");
        assertTrue(text.contains("Changes still to be made there 1"), text);
        Eventually.isTrue(() -> meters.get("handshake.glance.changes.waiting")
                        .tag("region", "LON")
                        .gauge()
                        .value()
                >= 1);
    }

    @Test
    void others_and_other_regions_have_no_such_page() {
        cast.producer.opens(PAGE).is(404);
        cast.consumer.opens(PAGE).is(404);
        assertEquals(List.of(), cast.producer.opens("/LON/images").elements(LINK));
        operator.opens("/DFW/image-service").is(404);
        assertEquals(List.of(), operator.opens("/DFW/images").elements("a[href$=/image-service]"));
    }
}
