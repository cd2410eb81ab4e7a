package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handshake.testing.ApiClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A real Nova with the portal as its Image service, used by the {@code openstack} command. All that Nova does with an
 * image is listed in {@code src/test/openstack/README.md}.
 */
class OpenStackIT {

    private static final String UNKNOWN = "No Image found";

    private static OpenStackEnvironment environment;
    private static OpenStackServers servers;
    private static OpenStackCommand producer;
    private static OpenStackCommand consumer;
    private static OpenStackCommand stranger;
    private static OpenStackCommand admin;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(OpenStackCloud.isInstalled(), OpenStackCloud.MISSING);
        environment = OpenStackEnvironment.start();
        producer = environment.cloud().as("producer");
        consumer = environment.cloud().as("consumer");
        stranger = environment.cloud().as("stranger");
        admin = environment.cloud().as("admin");
        servers = new OpenStackServers(environment.cloud());
    }

    @AfterAll
    static void stop() throws Exception {
        if (environment != null) {
            environment.close();
        }
    }

    @Test
    void servers_start_in_every_state_of_the_handshake_that_allows_it() throws Exception {
        String image = servers.createsImage("states");
        OpenStackServers.cannotStart(stranger, image, UNKNOWN);
        servers.offers(image);
        servers.assertStarts(producer, image);
        servers.assertStarts(consumer, image); // pending
        consumer.run("image set --accept " + image);
        servers.assertStarts(consumer, image);
        consumer.run("image set --reject " + image);
        servers.assertStarts(consumer, image);
        servers.withdraws(image);
        OpenStackServers.cannotStart(consumer, image, UNKNOWN);
        producer.run("image delete " + image);
    }

    @Test
    void a_server_goes_through_its_life_and_outlives_the_share() throws Exception {
        String image = servers.sharesImage("life");
        String server = servers.starts(image, "life");
        servers.goes("stop", server, "SHUTOFF");
        servers.goes("start", server, "ACTIVE");
        servers.goes("reboot --soft", server, "ACTIVE");
        servers.goes("reboot --hard", server, "ACTIVE");
        servers.goes("rebuild --wait --image " + image, server, "ACTIVE");
        servers.goes("rescue --image " + image, server, "RESCUE");
        servers.goes("unrescue", server, "ACTIVE");
        String snapshot = servers.snapshots(server, "snapshot");
        assertEquals(
                producer.value("checksum", "image show " + image),
                consumer.value("checksum", "image show " + snapshot));
        producer.fails(UNKNOWN, "image show " + snapshot);
        servers.assertStarts(consumer, snapshot);
        backsUpAndShelves(server);
        servers.withdraws(image);
        servers.goes("stop", server, "SHUTOFF");
        servers.goes("start", server, "ACTIVE");
        consumer.fails(UNKNOWN, "server rebuild --image " + image + " " + server);
        consumer.run("image delete " + servers.snapshots(server, "after-the-share"));
        consumer.run("server delete --wait " + server);
        consumer.run("image delete " + snapshot);
        producer.run("image delete " + image);
    }

    private static void backsUpAndShelves(String server) {
        servers.backsUp(server, "monday");
        servers.backsUp(server, "tuesday"); // of which one is kept
        assertEquals("tuesday", consumer.value("Name", "image list --property backup_type=daily"));
        servers.goes("shelve", server, "SHELVED_OFFLOADED");
        servers.goes("unshelve", server, "ACTIVE");
        assertEquals("", consumer.value("Name", "image list --name life-shelved"));
        consumer.run("image delete tuesday");
    }

    @Test
    void a_server_outlives_its_image_and_is_rebuilt_from_another() throws Exception {
        String image = servers.sharesImage("deleted");
        String other = servers.sharesImage("other");
        String server = servers.starts(image, "heir");
        assertEquals(server, consumer.value("ID", "server list --image " + image));
        servers.goes("resize --flavor medium", server, "VERIFY_RESIZE");
        servers.goes("resize revert", server, "ACTIVE");
        servers.goes("resize --flavor medium", server, "VERIFY_RESIZE");
        servers.goes("resize confirm", server, "ACTIVE");
        producer.run("image delete " + image);
        servers.goes("reboot --hard", server, "ACTIVE");
        consumer.fails(UNKNOWN, "server rebuild --image " + image + " " + server);
        String snapshot = servers.snapshots(server, "of-a-deleted-image");
        servers.goes("rebuild --wait --image " + other, server, "ACTIVE");
        assertEquals(server, consumer.value("ID", "server list --image " + other));
        consumer.run("server delete --wait " + server);
        consumer.run("image delete " + snapshot);
        producer.run("image delete " + other);
    }

    @Test
    void a_snapshot_can_be_shared_once_it_is_not_private() throws Exception {
        String image = servers.sharesImage("original");
        String server = servers.starts(image, "original");
        String snapshot = servers.snapshots(server, "passed-on");
        String offer = "image add project " + snapshot + " " + producer.value("project_id", "token issue");
        consumer.fails("This image is private", offer);
        consumer.run("image set --shared " + snapshot);
        consumer.run(offer);
        servers.assertStarts(producer, snapshot);
        consumer.run("server delete --wait " + server);
    }

    @Test
    void what_must_not_leave_the_cloud_does_not_leave_as_a_snapshot() throws Exception {
        String image = servers.createsImage("windows");
        producer.run("image set --property operating_system=Windows " + image);
        servers.offers(image);
        consumer.run("image set --accept " + image);
        servers.cannotDownload(image);
        String server = servers.starts(image, "windows");
        String snapshot = servers.snapshots(server, "windows-snapshot");
        servers.cannotDownload(snapshot);
        servers.cannotDownload(servers.snapshots(servers.starts(snapshot, "again"), "windows-again"));
        String disguise = " --property base_image_ref=" + servers.createsImage("free");
        servers.cannotDownload(servers.snapshots(server, "disguised", disguise));
        producer.fails(UNKNOWN, "image show " + snapshot);
    }

    @Test
    void an_administrators_snapshot_is_accepted_for_the_servers_account() throws Exception {
        String server = servers.starts(servers.sharesImage("administered"), "administered");
        admin.run("server image create --wait --name by-admin " + server);
        servers.awaitStatus(server, "ACTIVE");
        String snapshot = admin.value("ID", "image list --name by-admin");
        assertEquals("accepted", admin.value("Status", "image member list " + snapshot));
        servers.assertStarts(consumer, snapshot);
    }

    @Test
    void nothing_is_made_of_a_suspended_image_or_one_without_data() throws Exception {
        String image = servers.sharesImage("suspended");
        String server = servers.starts(image, "suspended");
        admin.run("image set --deactivate " + image);
        OpenStackServers.cannotStart(consumer, image, "is not active");
        consumer.fails("is not active", "server rebuild --image " + image + " " + server);
        consumer.fails("403", "server image create --name no " + server);
        servers.goes("reboot --hard", server, "ACTIVE");
        admin.run("image set --activate " + image);
        OpenStackServers.cannotStart(producer, withoutData(), "is not active");
        producer.run("image set --min-disk 5 " + image);
        OpenStackServers.cannotStart(consumer, image, "disk is smaller");
    }

    /** By the command, data comes with it. */
    private static String withoutData() {
        String body = "{\"name\": \"empty\", \"disk_format\": \"raw\", \"container_format\": \"bare\"}";
        String images = environment.portal().uri("/DFW/v2/images").toString();
        return ApiClient.idOf(environment.cloud().clientOf("producer").post(images, body))
                .toString();
    }

    @Test
    void the_pages_start_servers_and_follow_them() throws Exception {
        String image = servers.createsImage("pages");
        servers.offers(image);
        new ComputePages(environment.portal().uri("/"), servers.consumerProject(), consumer, environment.cloud())
                .play(image);
    }
}
