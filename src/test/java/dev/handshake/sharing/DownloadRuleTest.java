package dev.handshake.sharing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.disk.DiskFormat;
import dev.handshake.disk.DiskImageInfo;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.image.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may download image data, with and without downloads by consumers. */
class DownloadRuleTest {

    private static final Actor OWNER = new Actor("1", "Nora", Role.ADMIN, "DFW");
    private static final Actor CONSUMER = new Actor("2", "Iris", Role.ADMIN, "DFW");
    private static final Actor COMPUTE = new Actor("2", "nova", Role.OBSERVER, "DFW", true);
    private static final Actor OPERATOR = new Actor("9", "Pat", Role.OPERATOR, "DFW");

    private final Image image = activeImage(false);
    private final Membership membership = Membership.create(image, "2", OWNER, OfferTerms.NONE, Instant.EPOCH);

    @Test
    void the_owner_its_consumers_the_operator_and_the_compute_service_have_it() {
        assertMayDownload(OWNER, true);
        assertMayDownload(CONSUMER, true);
        assertMayDownload(OPERATOR, true);
        assertMayDownload(COMPUTE, true);
    }

    @Test
    void only_the_admins_of_an_account_take_data_out() {
        for (Role role : List.of(Role.OBSERVER, Role.CREATOR)) {
            assertEquals(Reason.ROLE_TOO_LOW, refusal(image, new Actor("1", "Cem", role, "DFW"), true));
        }
    }

    @Test
    void licensed_software_leaves_with_nobody_but_the_compute_service() {
        image.markExportable(false);
        for (Actor each : List.of(OWNER, CONSUMER, OPERATOR)) {
            assertEquals(Reason.NOT_EXPORTABLE, refusal(image, each, true));
        }
        assertMayDownload(COMPUTE, true);
    }

    @Test
    void consumers_have_it_no_more_where_the_operator_says_so() {
        assertMayDownload(OWNER, false);
        assertEquals(Reason.CONSUMER_DOWNLOAD_DISABLED, refusal(image, CONSUMER, false));
        assertMayDownload(COMPUTE, false);
    }

    @Test
    void a_base_image_is_everybodys_all_the_same() {
        assertDoesNotThrow(() -> new ImageAccess(CONSUMER, activeImage(true), null).requireCanDownload(false));
    }

    @Test
    void a_deactivated_image_gives_its_data_to_the_operator_alone() {
        image.setDeactivated(true);
        assertEquals(Reason.DEACTIVATED, refusal(image, OWNER, true));
        assertEquals(Reason.DEACTIVATED, refusal(image, COMPUTE, true));
        assertMayDownload(OPERATOR, true);
    }

    private void assertMayDownload(Actor actor, boolean consumersMay) {
        assertDoesNotThrow(() -> new ImageAccess(actor, image, membership).requireCanDownload(consumersMay));
    }

    private Reason refusal(Image of, Actor actor, boolean consumersMay) {
        ImageAccess access = new ImageAccess(actor, of, membership);
        return assertThrows(RefusedException.class, () -> access.requireCanDownload(consumersMay))
                .reason();
    }

    private static Image activeImage(boolean base) {
        Image image = Image.create(OWNER, UUID.randomUUID(), base, Instant.EPOCH);
        image.activate(new StoredFile(UUID.randomUUID(), new DiskImageInfo(DiskFormat.RAW, 1, 1), "", ""));
        return image;
    }
}
