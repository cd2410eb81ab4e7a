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
        iris.opens("/DFW/notices/wishes")
                .presses("Send notices to iris@example.com")
                .sees("go to iris@example.com");
        String image = nora.uploads(NAME, DiskFiles.qcow2(1L << 30)).path();
        nora.offers(image, IRIS);
        GreenMailServer.DeliveredMail deliveredMail = mailServer.awaitMail("Account 100200 offers you " + NAME);
        noraReminds(image);
        iris.opens(deliveredMail.linkPath())
                .isOn(image)
                .sees("You are offered this image", "reminded")
                .presses("Accept");
        nora.opens("/DFW/notices")
                .seesLine("new", "Account 300400 accepted " + NAME)
                .sees(NAME);
        nora.presses("Mark all as read").sees("Notices", "marked as read").doesNotSee("Mark as read");
        irisReadsAndMutes();
        irisStopsTheMail(deliveredMail);
        nora.deletes(image, NAME);
        iris.opens("/DFW/notices").seesLine(NAME, "deleted", "muted").sees(NAME);
        iris.opens("/DFW/notices/wishes")
                .presses("Hear it again from account 100200")
                .sees("None.");
    }

    private void noraReminds(String image) throws Exception {
        nora.opens("/DFW/offers")
                .presses("Remind account " + IRIS + " of " + NAME)
                .sees(IRIS + " is reminded");
        nora.seesRow(NAME, "the 1st time", "again from").opens(image).sees("the 1st time");
        mailServer.awaitMail("Account 100200 reminds you of " + NAME);
        iris.opens("/DFW/invitations").seesLine(NAME, "reminded").sees(NAME);
    }

    private void irisReadsAndMutes() {
        iris.opens("/DFW/notices")
                .seesLine("new", NAME)
                .presses("Mark all as read")
                .sees("marked as read");
        iris.opens("/DFW/notices?show=unread").sees("Everything is read");
        iris.opens("/DFW/notices/wishes")
                .types("Account number", "abc")
                .presses("Mute it")
                .sees("not an account number");
        iris.types("Account number", "100200").presses("Mute it").sees("is muted", "muted by Iris Okafor");
    }

    private void irisStopsTheMail(GreenMailServer.DeliveredMail deliveredMail) {
        iris.opens(deliveredMail.unsubscribePath())
                .sees("No more mail?", "iris@example.com")
                .presses("Send no more mail");
        iris.sees("No notice goes to that address any more")
                .opens("/DFW/notices/wishes")
                .sees("Send notices to iris");
    }
}
