package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Images of the producer and servers of the consumer, at a real Nova. */
class OpenStackServers {

    private final OpenStackCommand producer;
    private final OpenStackCommand consumer;
    private final ApiClient admin;
    private final String serversUrl;
    private final String consumerProject;

    OpenStackServers(OpenStackCloud cloud) {
        this.producer = cloud.as("producer");
        this.consumer = cloud.as("consumer");
        this.admin = cloud.clientOf("admin");
        this.serversUrl = cloud.computeUrl("/servers/");
        this.consumerProject = cloud.as("admin").value("id", "project show consumer");
    }

    /** The id of the consumer's project. */
    String consumerProject() {
        return consumerProject;
    }

    /** @return the id of an image of the producer */
    String createsImage(String name) throws IOException {
        Path file = Files.write(Path.of("target/e2e", name + ".raw"), DiskFiles.raw(1 << 20));
        return producer.value(
                "id", "image create --disk-format raw --container-format bare --shared --file " + file + " " + name);
    }

    /** @return the id of an image that the consumer accepted */
    String sharesImage(String name) throws IOException {
        String image = createsImage(name);
        offers(image);
        consumer.run("image set --accept " + image);
        return image;
    }

    void offers(String image) {
        producer.run("image add project " + image + " " + consumerProject);
    }

    void withdraws(String image) {
        producer.run("image remove project " + image + " " + consumerProject);
    }

    String starts(String image, String name) {
        return starts(consumer, image, name);
    }

    private static String starts(OpenStackCommand account, String image, String name) {
        return account.value("id", create(image, name) + " --wait");
    }

    void assertStarts(OpenStackCommand account, String image) {
        account.run("server delete --wait " + starts(account, image, "one"));
    }

    static void cannotStart(OpenStackCommand account, String image, String words) {
        account.fails(words, create(image, "no"));
    }

    private static String create(String image, String name) {
        return "server create --image " + image + " --flavor small --nic none " + name;
    }

    /** Runs a command about the server, and waits until it has this status. */
    void goes(String command, String server, String status) {
        consumer.run("server " + command + " " + server);
        awaitStatus(server, status);
    }

    /** @return the id of the snapshot */
    String snapshots(String server, String name) {
        return snapshots(server, name, "");
    }

    /** @param more further options, with a space before each */
    String snapshots(String server, String name, String more) {
        consumer.run("server image create --wait --name " + name + more + " " + server);
        awaitStatus(server, "ACTIVE");
        return consumer.value("ID", "image list --name " + name);
    }

    void backsUp(String server, String name) {
        consumer.run("server backup create --wait --type daily --rotate 1 --name " + name + " " + server);
        awaitStatus(server, "ACTIVE");
    }

    void awaitStatus(String server, String status) {
        Eventually.get(() -> status(server), status::equals);
    }

    /** Nova's word, followed by what it is doing meanwhile. */
    private String status(String server) {
        JsonNode shown = admin.get(serversUrl + server).is(200).json().path("server");
        String task = shown.path("OS-EXT-STS:task_state").asText("");
        return shown.path("status").asText() + (task.isEmpty() ? "" : " " + task);
    }

    void cannotDownload(String image) {
        assertEquals("active", consumer.value("status", "image show " + image));
        consumer.fails("Unable to download image", "image save --file /dev/null " + image);
    }
}
