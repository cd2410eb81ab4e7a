package dev.handshake.e2e;

import dev.handshake.disk.DiskFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Both sides are notified, on pages and by mail. */
@ExtendWith(BrowserEnvironmentExtension.class)
class NotificationsIT {

    private static final String NAME = "Image that is told of";
    private static final String IRIS = "300400";

    private final GreenMailServer mailServer;
    private final BrowserUser nora;
    private final BrowserUser iris;

    NotificationsIT(BrowserEnvironment browserEnvironment) {
        this.mailServer = browserEnvironment.mailServer();
        this.nora = browserEnvironment.user("nora");
        this.iris = browserEnvironment.user("iris");
    }

    @Test
    void a_consumer_is_told_of_an_offer_and_the_producer_of_the_answer() throws Exception {
        iris.opens("/DFW/notifications/settings")
                .presses("Send notifications to iris@example.com")
                .sees("sent to iris@example.com");
        String image = nora.uploads(NAME, DiskFiles.qcow2(1L << 30)).path();
        nora.offers(image, IRIS);
        GreenMailServer.DeliveredMail deliveredMail = mailServer.awaitMail("Account 100200 offered you " + NAME);
        noraReminds(image);
        iris.opens(deliveredMail.linkPath())
                .isOn(image)
                .sees("You have been offered this image", "reminded")
                .presses("Accept");
        nora.opens("/DFW/notifications")
                .seesLine("new", "Account 300400 accepted " + NAME)
                .sees(NAME);
        nora.presses("Mark all as read").sees("Notifications", "marked as read").doesNotSee("Mark as read");
        irisReadsAndMutes();
        irisStopsTheMail(deliveredMail);
        nora.deletes(image, NAME);
        iris.opens("/DFW/notifications").seesLine(NAME, "deleted", "muted").sees(NAME);
        iris.opens("/DFW/notifications/settings")
                .presses("Unmute account 100200")
                .sees("None.");
    }

    private void noraReminds(String image) throws Exception {
        nora.opens("/DFW/offers")
                .presses("Remind account " + IRIS + " of " + NAME)
                .sees(IRIS + " has been reminded");
        nora.seesRow(NAME, "the 1st time", "next from").opens(image).sees("the 1st time");
        mailServer.awaitMail("Account 100200 reminded you of " + NAME);
        iris.opens("/DFW/invitations").seesLine(NAME, "reminded").sees(NAME);
    }

    private void irisReadsAndMutes() {
        iris.opens("/DFW/notifications")
                .seesLine("new", NAME)
                .presses("Mark all as read")
                .sees("marked as read");
        iris.opens("/DFW/notifications?show=unread").sees("No unread notifications");
        iris.opens("/DFW/notifications/settings")
                .types("Account number", "abc")
                .presses("Mute")
                .sees("not an account number");
        iris.types("Account number", "100200").presses("Mute").sees("is muted", "muted by Iris Okafor");
    }

    private void irisStopsTheMail(GreenMailServer.DeliveredMail deliveredMail) {
        iris.opens(deliveredMail.unsubscribePath())
                .sees("Unsubscribe?", "iris@example.com")
                .presses("Unsubscribe");
        iris.sees("Notifications are no longer sent to that address")
                .opens("/DFW/notifications/settings")
                .sees("Send notifications to iris");
    }
}
