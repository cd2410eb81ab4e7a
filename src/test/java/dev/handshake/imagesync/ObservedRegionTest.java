package dev.handshake.imagesync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.image.Image;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing that Glance keeps can be changed here, through neither door, and no page offers it. */
@PortalTest
class ObservedRegionTest {

    private static final Set<String> REFUSALS =
            Set.of(Reason.REGION_OBSERVED.message(), Reason.KEPT_ELSEWHERE.message());

    private static final List<String> CHANGES = List.of(
            "Offer", "Accept", "Reject", "Move", "Remove", "Withdraw", "Edit", "Delete", "Add", "Register", "Start");

    private final GlanceCast cast = new GlanceCast("SYD");

    private static void assertRefused(HtmlPage page) {
        assertTrue(REFUSALS.stream().anyMatch(page.is(403).text()::contains), page.text());
    }

    private static void assertRefused(ApiClient.ApiResponse response) {
        assertTrue(REFUSALS.stream().anyMatch(response.is(403).text()::contains), response.text());
    }

    @Test
    void the_owner_changes_nothing_by_form() {
        UUID image = cast.offered("observed", "accepted");
        String url = cast.url(image);
        String member = url + "/offers/" + cast.consumer.account;
        TestUser owner = cast.producer;
        for (String form : List.of(
                "/SYD/offer-batches?image=" + image,
                "/SYD/offers/removals?image=" + image + "&who=all",
                url + "/edit",
                url + "/deletion",
                "/SYD/images/uploads",
                "/SYD/imports/new",
                "/SYD/servers/new?image=" + image)) {
            assertRefused(owner.opens(form));
        }
        assertRefused(owner.posts(member + "/removal"));
        assertRefused(owner.posts("/SYD/offers/removals", "offer", image + "~" + cast.consumer.account));
        assertRefused(owner.posts(url + "/details", "name", "taken"));
        assertRefused(owner.posts(url + "/deletion", "name", "observed"));
        assertRefused(owner.posts(
                "/SYD/servers",
                "server",
                UUID.randomUUID().toString(),
                "image",
                image.toString(),
                "name",
                "web",
                "flavor",
                "tiny"));
        assertRefused(owner.posts("/SYD/imports", "name", "own", "address", "https://mirror.example/disk"));
        assertRefused(owner.uploads("SYD", "own", Cast.uniqueDiskFile()));
        cast.awaitMember(image, cast.consumer, "accepted");
    }

    @Test
    void the_owner_changes_nothing_by_api() {
        UUID image = cast.offered("observed", "accepted");
        String url = cast.apiUrl(image);
        ApiClient owner = GlanceCast.api(cast.producer);
        assertRefused(owner.post(url + "/members", "{\"member\":\"4711\"}"));
        assertRefused(owner.delete(url + "/members/" + cast.consumer.account));
        assertRefused(owner.send(
                "PATCH",
                url,
                java.net.http.HttpRequest.BodyPublishers.ofString(ApiClient.replace("name", "\"taken\"")),
                "Content-Type",
                "application/openstack-images-v2.1-json-patch"));
        assertRefused(owner.delete(url));
        assertRefused(owner.put(url + "/tags/taken", ""));
        assertRefused(owner.post(url + "/actions/deactivate", ""));
        assertRefused(owner.put(url + "/file", new byte[512]));
        assertRefused(owner.post("/SYD/v2/images", "{\"name\":\"own\"}"));
        assertRefused(owner.post("/SYD/v2/offers", "{\"images\":[\"" + image + "\"],\"members\":[\"4711\"]}"));
        assertRefused(
                owner.post("/SYD/v2/servers", "{\"name\":\"web\",\"image\":\"" + image + "\",\"flavor\":\"tiny\"}"));
        assertEquals("observed", cast.shows(cast.producer, image).path("name").asText());
    }

    @Test
    void the_consumer_decides_nothing() {
        UUID image = cast.offered("observed", "pending");
        for (String decision : List.of("acceptance", "rejection", "reconsideration")) {
            assertRefused(cast.consumer.posts("/SYD/invitations/" + image + "/" + decision));
        }
        cast.consumer.posts("/SYD/invitations/acceptances", "image", image.toString());
        cast.consumer.posts("/SYD/invitations/rejections", "image", image.toString());
        assertRefused(GlanceCast.api(cast.consumer)
                .put(cast.apiUrl(image) + "/members/" + cast.consumer.account, "{\"status\":\"accepted\"}"));
        cast.awaitMember(image, cast.consumer, "pending");
    }

    @Test
    void an_operator_neither_suspends_nor_decides() {
        UUID image = cast.offered("observed", "pending");
        ApiClient operator = GlanceCast.api(new TestUser("Opal", "900001", Role.OPERATOR, "SYD"));
        assertRefused(operator.post(cast.apiUrl(image) + "/actions/deactivate", ""));
        assertRefused(
                operator.put(cast.apiUrl(image) + "/members/" + cast.consumer.account, "{\"status\":\"accepted\"}"));
    }

    /** A refusal for its region is no news of an image that the account may not see. */
    @Test
    void a_stranger_learns_nothing() {
        UUID image = cast.offered("observed", "pending");
        for (UUID id : List.of(image, UUID.randomUUID())) {
            ApiClient stranger = GlanceCast.api(cast.stranger);
            stranger.post(cast.apiUrl(id) + "/members", "{\"member\":\"4711\"}").is(404);
            stranger.delete(cast.apiUrl(id)).is(404);
            cast.stranger.posts("/SYD/invitations/" + id + "/acceptance").is(404);
            cast.stranger.opens("/SYD/reports/new?image=" + id).is(404);
        }
    }

    @Test
    void pages_have_no_button_for_it_and_say_why() {
        UUID image = cast.offered("observed", "pending");
        String why = "The cloud's own Image service keeps the images of SYD.";
        HtmlPage sharing = cast.producer.opens(cast.url(image)).is(200).says(why);
        HtmlPage list = cast.producer.opens("/SYD/images").is(200).says(why);
        HtmlPage offers = cast.producer.opens("/SYD/offers").is(200).says(why);
        HtmlPage servers = cast.producer.opens("/SYD/servers").is(200);
        HtmlPage invitations = cast.consumer.opens("/SYD/invitations").is(200).says(why);
        HtmlPage invitation = cast.consumer
                .opens(cast.url(image))
                .is(200)
                .says("Accept it in the cloud's Image service: openstack image set --accept " + image);
        for (HtmlPage page : List.of(sharing, list, offers, servers, invitations, invitation)) {
            for (String action : page.texts("main button, main a.btn, main .menu-links a")) {
                assertFalse(CHANGES.stream().anyMatch(action::startsWith), page.path() + ": " + action);
            }
        }
    }

    /** Its operator took the setting away: an offer would never reach Glance. */
    @Test
    void copies_of_a_region_that_is_no_longer_mirrored_are_not_shared() {
        UUID image = Cast.idOf(cast.producer.uploads("DFW", "left behind", Cast.uniqueDiskFile()));
        QuarkusTransaction.requiringNew()
                .run(() -> Image.getEntityManager()
                        .createNativeQuery("update image set home = 'MIRRORED' where region = 'DFW' and id = ?1")
                        .setParameter(1, image)
                        .executeUpdate());
        assertRefused(GlanceCast.api(cast.producer).offers(image, cast.consumer.account));
        cast.consumer.opens("/DFW/images/" + image).is(404);
    }

    @Test
    void images_of_other_regions_are_not_concerned() {
        UUID image = Cast.idOf(cast.producer.uploads("DFW", "elsewhere", Cast.uniqueDiskFile()));
        GlanceCast.api(cast.producer).offers(image, cast.consumer.account).is(200);
        cast.producer.opens("/DFW/images").doesNotSay("The cloud's own Image service");
    }
}
