package dev.handshake.image;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.disk.DiskFacts;
import dev.handshake.disk.DiskFormat;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is given the data of an image, where the operator lets consumers have it and where not. */
class DownloadRuleTest {

    private static final Actor OWNER = new Actor("1", "Nora", Role.ADMIN, "DFW");
    private static final Actor CONSUMER = new Actor("2", "Iris", Role.ADMIN, "DFW");
    private static final Actor COMPUTE = new Actor("2", "nova", Role.OBSERVER, "DFW", true);
    private static final Actor OPERATOR = new Actor("9", "Pat", Role.OPERATOR, "DFW");

    private final Image image = active(false);
    private final Membership membership = Membership.offered(image, "2", OWNER, Terms.NONE, Instant.EPOCH);

    @Test
    void the_owner_its_consumers_the_operator_and_the_compute_service_have_it() {
        may(OWNER, true);
        may(CONSUMER, true);
        may(OPERATOR, true);
        may(COMPUTE, true);
    }

    @Test
    void only_the_admins_of_an_account_take_data_out() {
        for (Role role : List.of(Role.OBSERVER, Role.CREATOR)) {
            assertEquals(Reason.ROLE_TOO_LOW, refusal(image, new Actor("1", "Cem", role, "DFW"), true));
        }
    }

    @Test
    void licensed_software_leaves_with_nobody_but_the_compute_service() {
        image.exportable(false);
        for (Actor each : List.of(OWNER, CONSUMER, OPERATOR)) {
            assertEquals(Reason.NOT_EXPORTABLE, refusal(image, each, true));
        }
        may(COMPUTE, true);
    }

    @Test
    void consumers_have_it_no_more_where_the_operator_says_so() {
        may(OWNER, false);
        assertEquals(Reason.CONSUMER_DOWNLOAD_DISABLED, refusal(image, CONSUMER, false));
        may(COMPUTE, false);
    }

    @Test
    void a_base_image_is_everybodys_all_the_same() {
        assertDoesNotThrow(() -> new Sight(CONSUMER, active(true), null).mustDownload(false));
    }

    @Test
    void a_deactivated_image_gives_its_data_to_the_operator_alone() {
        image.deactivate(true);
        assertEquals(Reason.DEACTIVATED, refusal(image, OWNER, true));
        assertEquals(Reason.DEACTIVATED, refusal(image, COMPUTE, true));
        may(OPERATOR, true);
    }

    private void may(Actor actor, boolean consumersMay) {
        assertDoesNotThrow(() -> new Sight(actor, image, membership).mustDownload(consumersMay));
    }

    private Reason refusal(Image of, Actor actor, boolean consumersMay) {
        Sight sight = new Sight(actor, of, membership);
        return assertThrows(RefusedException.class, () -> sight.mustDownload(consumersMay))
                .reason();
    }

    private static Image active(boolean base) {
        Image image = Image.brought(OWNER, UUID.randomUUID(), base, Instant.EPOCH);
        image.activate(new ImageData(UUID.randomUUID(), new DiskFacts(DiskFormat.RAW, 1, 1), "", ""));
        return image;
    }
}
