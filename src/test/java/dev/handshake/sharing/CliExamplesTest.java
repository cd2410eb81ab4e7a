package dev.handshake.sharing;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pages show the CLI command for each action they offer, with the right ids, and only for those. */
@PortalTest
@AlsoAtGlance
class CliExamplesTest {

    private final Cast cast = new Cast();

    @Test
    void the_owner_reads_how_to_offer_list_and_remove() {
        UUID image = cast.pending("typed");
        cast.producer
                .opens("/DFW/images/" + image)
                .says(
                        "openstack image add project " + image + " ACCOUNT",
                        "openstack image member list " + image,
                        "openstack image remove project " + image + " ACCOUNT");
        cast.producer
                .opens("/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal")
                .says("openstack image remove project " + image + " " + cast.consumer.account);
        cast.observer
                .opens("/DFW/images/" + image)
                .says("openstack image member list " + image)
                .doesNotSay("openstack image add", "openstack image remove");
    }

    @Test
    void the_consumer_reads_how_to_list_accept_and_reject() {
        UUID image = cast.pending("typed");
        String accept = "openstack image set --accept " + image;
        String reject = "openstack image set --reject " + image;
        cast.consumer
                .opens("/DFW/invitations")
                .says(accept, reject, "openstack image list --shared --member-status pending");
        cast.consumer
                .opens("/DFW/images/" + image)
                .says(accept, reject, "openstack image set --pending " + image)
                .doesNotSay("openstack image add");
        cast.consumerObserver.opens("/DFW/images/" + image).doesNotSay("openstack image set");
    }

    @Test
    void the_account_page_names_the_endpoint_of_each_region() {
        cast.producer
                .opens("/account")
                .says(TestUser.baseUrl() + "/DFW", TestUser.baseUrl() + "/ORD", "X-Auth-Token")
                .doesNotSay("client_credentials");
    }
}
