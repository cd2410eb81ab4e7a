package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.ChildProcess;
import dev.handshake.testing.Eventually;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real Nova with the portal as its Image service, used by the {@code openstack} command. */
class OpenStackIT {

    private static PackagedEnvironment environment;
    private static PackagedPortal portal;
    private static OpenStackCloud cloud;
    private static OpenStackCommand producer;
    private static OpenStackCommand consumer;
    private static OpenStackCommand stranger;
    private static OpenStackCommand admin;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(OpenStackCloud.isInstalled(), OpenStackCloud.MISSING);
        int keystonePort = ChildProcess.freePort();
        int computePort = ChildProcess.freePort();
        environment = new PackagedEnvironment(OpenStackCloud.portalSettings(keystonePort, computePort));
        for (String each : OpenStackCloud.DATABASES) {
            environment.database().execute("create database " + each);
        }
        URI address = URI.create("http://localhost:" + ChildProcess.freePort());
        Path folder = Path.of("target/e2e", "openstack-" + keystonePort);
        cloud = OpenStackCloud.start(
                folder, environment.database().port(), keystonePort, computePort, address.resolve("/DFW"));
        portal = environment.startPortal(address);
        producer = cloud.as("producer");
        consumer = cloud.as("consumer");
        stranger = cloud.as("stranger");
        admin = cloud.as("admin");
    }

    @AfterAll
    static void stop() throws Exception {
        if (environment == null) {
            return;
        }
        try (PackagedEnvironment last = environment;
                PackagedPortal first = portal) {
            if (cloud != null) {
                cloud.close();
            }
        }
    }

    @Test
    void servers_start_in_every_state_of_the_handshake_that_allows_it() throws Exception {
        String image = createsImage("states");
        stranger.fails("No Image found", "server create --image " + image + " --flavor small --nic none no");
        producer.run("image add project " + image + " " + project("consumer"));
        assertStarts(producer, image);
        assertStarts(consumer, image); // pending
        consumer.run("image set --accept " + image);
        assertStarts(consumer, image);
        consumer.run("image set --reject " + image);
        assertStarts(consumer, image);
        producer.run("image remove project " + image + " " + project("consumer"));
        consumer.fails("No Image found", "server create --image " + image + " --flavor small --nic none no");
        producer.run("image delete " + image);
    }

    private void assertStarts(OpenStackCommand account, String image) {
        String server = starts(account, image, "one");
        account.run("server delete --wait " + server);
    }

    @Test
    void a_server_goes_through_its_life_and_outlives_the_share() throws Exception {
        String image = createsImage("life");
        producer.run("image add project " + image + " " + project("consumer"));
        consumer.run("image set --accept " + image);
        String server = starts(consumer, image, "life");
        consumer.run("server stop " + server);
        awaitStatus(server, "SHUTOFF");
        consumer.run("server start " + server);
        awaitStatus(server, "ACTIVE");
        consumer.run("server reboot --hard --wait " + server);
        consumer.run("server rebuild --wait --image " + image + " " + server);
        consumer.run("server rescue --image " + image + " " + server);
        awaitStatus(server, "RESCUE");
        consumer.run("server unrescue " + server);
        awaitStatus(server, "ACTIVE");
        String snapshot = snapshots(server, "snapshot");
        assertEquals(
                producer.value("checksum", "image show " + image),
                consumer.value("checksum", "image show " + snapshot));
        producer.fails("No Image found", "image show " + snapshot);
        assertStarts(consumer, snapshot);
        backsUpAndShelves(server);
        producer.run("image remove project " + image + " " + project("consumer"));
        consumer.run("server stop " + server);
        awaitStatus(server, "SHUTOFF");
        consumer.fails("No Image found", "server create --image " + image + " --flavor small --nic none no");
        consumer.run("server delete --wait " + server);
        consumer.run("image delete " + snapshot);
        producer.run("image delete " + image);
    }

    private void backsUpAndShelves(String server) {
        backsUp(server, "monday");
        backsUp(server, "tuesday"); // of which one is kept
        assertEquals("tuesday", consumer.value("Name", "image list --property backup_type=daily"));
        consumer.run("server shelve " + server);
        awaitStatus(server, "SHELVED_OFFLOADED");
        consumer.run("server unshelve " + server);
        awaitStatus(server, "ACTIVE");
        consumer.run("image delete tuesday");
    }

    private void backsUp(String server, String name) {
        consumer.run("server backup create --wait --type daily --rotate 1 --name " + name + " " + server);
        awaitStatus(server, "ACTIVE");
    }

    @Test
    void what_must_not_leave_the_cloud_does_not_leave_as_a_snapshot() throws Exception {
        String image = createsImage("windows");
        producer.run("image set --property operating_system=Windows " + image);
        producer.run("image add project " + image + " " + project("consumer"));
        consumer.run("image set --accept " + image);
        cannotDownload(image);
        String server = starts(consumer, image, "windows");
        String snapshot = snapshots(server, "windows-snapshot");
        cannotDownload(snapshot);
        cannotDownload(snapshots(starts(consumer, snapshot, "again"), "windows-again"));
        cannotDownload(snapshots(server, "disguised", " --property base_image_ref=" + createsImage("free")));
        producer.fails("No Image found", "image show " + snapshot);
    }

    private static void cannotDownload(String image) {
        assertEquals("active", consumer.value("status", "image show " + image));
        consumer.fails("Unable to download image", "image save --file /dev/null " + image);
    }

    @Test
    void an_administrators_snapshot_is_accepted_for_the_servers_account() throws Exception {
        String image = createsImage("administered");
        producer.run("image add project " + image + " " + project("consumer"));
        consumer.run("image set --accept " + image);
        String server = starts(consumer, image, "administered");
        admin.run("server image create --wait --name by-admin " + server);
        awaitStatus(server, "ACTIVE");
        String snapshot = admin.value("ID", "image list --name by-admin");
        assertEquals("accepted", admin.value("Status", "image member list " + snapshot));
        assertStarts(consumer, snapshot);
        admin.run("image set --deactivate " + image);
        consumer.fails("is not active", "server create --image " + image + " --flavor small --nic none no");
        admin.run("image set --activate " + image);
    }

    @Test
    void the_pages_start_servers_and_follow_them() throws Exception {
        String image = createsImage("pages");
        producer.run("image add project " + image + " " + project("consumer"));
        new ComputePages(portal.uri("/"), project("consumer"), consumer, cloud).play(image);
    }

    private static String createsImage(String name) throws Exception {
        Path file = Files.write(Path.of("target/e2e", name + ".raw"), DiskFiles.raw(1 << 20));
        return producer.value(
                "id", "image create --disk-format raw --container-format bare --shared --file " + file + " " + name);
    }

    private static String starts(OpenStackCommand account, String image, String name) {
        return account.value("id", "server create --wait --image " + image + " --flavor small --nic none " + name);
    }

    private static String snapshots(String server, String name) {
        return snapshots(server, name, "");
    }

    /** @param more further options, with a space before each */
    private static String snapshots(String server, String name, String more) {
        consumer.run("server image create --wait --name " + name + more + " " + server);
        awaitStatus(server, "ACTIVE");
        return consumer.value("ID", "image list --name " + name);
    }

    private static String project(String name) {
        return admin.value("id", "project show " + name);
    }

    private static void awaitStatus(String server, String status) {
        Eventually.isTrue(() -> admin.value("status", "server show " + server).equals(status));
    }
}
