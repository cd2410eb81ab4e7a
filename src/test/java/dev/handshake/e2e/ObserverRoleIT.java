package dev.handshake.e2e;

import dev.handshake.disk.DiskFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Observers see everything of their account, but no button that changes anything. */
@ExtendWith(BrowserEnvironmentExtension.class)
class ObserverRoleIT {

    private static final String NAME = "Watched-".repeat(31);

    private final BrowserUser nora;
    private final BrowserUser olga;
    private final BrowserUser otto;
    private String image;

    ObserverRoleIT(BrowserEnvironment browserEnvironment) {
        this.nora = browserEnvironment.user("nora");
        this.olga = browserEnvironment.user("olga");
        this.otto = browserEnvironment.user("otto");
    }

    @BeforeEach
    void an_image_is_offered_to_ottos_account() {
        image = nora.uploads(NAME, DiskFiles.vmdk(1L << 30)).path();
        nora.offers(image, "300400");
    }

    @AfterEach
    void the_image_goes() {
        nora.deletes(image, NAME);
    }

    @Test
    void the_producers_observer_only_reads() {
        olga.opens("/DFW/images")
                .canOnlyRead()
                .sees(NAME)
                .opens(image)
                .canOnlyRead()
                .seesRow("300400", "pending");
        olga.opens("/DFW/offers")
                .canOnlyRead()
                .seesRow(NAME, "pending")
                .opens("/DFW/costs")
                .canOnlyRead()
                .seesRow(NAME, "import")
                .opens("/account")
                .sees("Olga Petrova", "observer");
        olga.opens("/DFW/images/uploads").sees("Not allowed", "This requires the creator role; yours is observer.");
        olga.opens(image + "/deletion").sees("Not allowed", "This requires the admin role");
    }

    @Test
    void the_consumers_observer_only_reads() {
        otto.opens("/DFW/invitations").canOnlyRead().sees(NAME);
        otto.opens(image).canOnlyRead().sees("A user with the admin role in your account can accept or reject");
        otto.opens("/DFW/invitations/rejections?image=" + image.replaceAll(".*/", ""))
                .sees("Not allowed");
    }
}
