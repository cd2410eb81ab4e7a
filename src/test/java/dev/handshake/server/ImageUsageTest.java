package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.image.Image;
import dev.handshake.sharing.SharingConfig;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What owners learn of the servers that run from their images. */
@PortalTest
@AlsoOnH2
class ImageUsageTest {

    private static final String RUN = "run from this image";

    private final Cast cast = new Cast();

    private record Switched(boolean serverCountsEnabled) implements SharingConfig {

        @Override
        public int memberQuota() {
            return 128;
        }

        @Override
        public boolean consumerDownloadEnabled() {
            return true;
        }
    }

    @Test
    void owners_see_how_many_servers_of_members_who_accepted_run() {
        UUID image = cast.accepted("used");
        String page = "/DFW/images/" + image;
        cast.producer.opens(page).is(200).doesNotSay("last started", RUN);
        cast.server(cast.consumer, image, "first-secret");
        cast.server(cast.consumer, image, "second-secret");
        cast.server(cast.producer, image, "own");
        cast.producer
                .opens(page)
                .is(200)
                .says("2 servers, last started", "3 servers of your account and of members who accepted " + RUN)
                .doesNotSay("secret");
        cast.observer.opens(page).is(200).says("2 servers, last started");
        cast.consumer.opens(page).is(200).doesNotSay("last started", "3 servers");
        cast.stranger.opens(page).is(404);
    }

    @Test
    void servers_of_those_who_did_not_accept_are_not_counted() {
        UUID pending = cast.pending("used-pending");
        cast.server(cast.consumer, pending, "early");
        sees(pending, 0);
        accept(cast.consumer, pending);
        sees(pending, 1);
        cast.consumer.posts("/DFW/invitations/" + pending + "/rejection").is(200);
        sees(pending, 0);
        accept(cast.consumer, pending);
        cast.producer
                .posts("/DFW/images/" + pending + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
        sees(pending, 0);
    }

    /** Otherwise a number that goes would tell the owner of the rejection. */
    @Test
    void a_rejection_with_a_report_changes_nothing_for_the_owner() {
        UUID accepted = cast.accepted("used-and-reported");
        cast.server(cast.consumer, accepted, "reported");
        reportAndReject(accepted);
        sees(accepted, 1);
        UUID pending = cast.pending("used-and-reported-early");
        cast.server(cast.consumer, pending, "reported-early");
        reportAndReject(pending);
        sees(pending, 0);
    }

    private void reportAndReject(UUID image) {
        cast.consumer
                .opens("/DFW/reports/new?image=" + image)
                .presses("Report and reject", "ground", "error", "words", "It does not start.")
                .is(200);
        cast.consumer.opens("/DFW/invitations?status=rejected").is(200).says("used-and-reported");
    }

    @Test
    void deleted_servers_are_not_counted() {
        UUID image = cast.accepted("used-and-left");
        UUID server = cast.server(cast.consumer, image, "gone");
        sees(image, 1);
        cast.consumer.posts("/DFW/servers/" + server + "/stop").is(200);
        sees(image, 1);
        cast.consumer.posts("/DFW/servers/" + server + "/deletion").is(200);
        sees(image, 0);
    }

    @Test
    void what_is_removed_or_deleted_says_what_goes_on_running() {
        UUID image = cast.accepted("used-to-remove");
        String offers = "/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal";
        cast.producer.opens(offers).is(200).says("its servers keep running").doesNotSay("It runs");
        cast.server(cast.consumer, image, "going-on");
        cast.producer.opens(offers).is(200).says("It runs 1 server.");
        cast.offers(image, cast.otherConsumer.account);
        cast.producer
                .opens("/DFW/offers/removals?who=all&image=" + image)
                .is(200)
                .says("They run 1 server now.");
        cast.producer
                .opens("/DFW/offers/removals?offer=" + image + "~" + cast.otherConsumer.account)
                .is(200)
                .doesNotSay("They run");
        cast.producer
                .opens("/DFW/images/" + image + "/deletion")
                .is(200)
                .says("1 server of your account and of members who accepted runs from it");
    }

    @Test
    void consumers_are_told_before_they_decide() {
        UUID image = cast.pending("used-and-told");
        String told = "sees how many servers your account runs from it";
        cast.consumer.opens("/DFW/invitations").is(200).says(told);
        cast.consumer.opens("/DFW/images/" + image).is(200).says(told);
        cast.producer.opens("/DFW/images/" + image).is(200).doesNotSay(told);
    }

    @Test
    void the_operator_can_switch_it_off() {
        UUID id = cast.accepted("used-and-hidden");
        cast.server(cast.consumer, id, "hidden");
        Image image = Image.findById(new Image.Key("DFW", id));
        assertEquals(1, new ImageUsage(new Switched(true)).forImage(image).total());
        assertEquals(0, new ImageUsage(new Switched(false)).forImage(image).total());
        assertFalse(new ImageUsage(new Switched(false)).isVisible());
    }

    private static void accept(TestUser consumer, UUID image) {
        consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
    }

    private void sees(UUID image, int servers) {
        var page = cast.producer.opens("/DFW/images/" + image).is(200);
        if (servers == 0) {
            page.doesNotSay("last started");
        } else {
            page.says(servers + " server of your account");
        }
    }
}
