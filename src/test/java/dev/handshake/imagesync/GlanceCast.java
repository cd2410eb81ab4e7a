package dev.handshake.imagesync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.account.Role;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.GlanceControl;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;

/** Accounts in a region whose images are at Glance. */
class GlanceCast {

    final String region;
    final GlanceControl glance;
    final TestUser producer;
    final TestUser consumer;
    final TestUser otherConsumer;
    final TestUser stranger;

    /** @param region SYD, whose Glance is observed, LON, where it is mirrored, or IAD, where the rules are enforced */
    GlanceCast(String region) {
        this.region = region;
        this.glance = new GlanceControl(region);
        this.producer = newUser("Nora");
        this.consumer = newUser("Iris");
        this.otherConsumer = newUser("Ravi");
        this.stranger = newUser("Sam");
    }

    private TestUser newUser(String name) {
        return new TestUser(name, Cast.newAccountNumber(), Role.ADMIN, region, "DFW");
    }

    String url(UUID image) {
        return "/" + region + "/images/" + image;
    }

    String apiUrl(UUID image) {
        return "/" + region + "/v2/images/" + image;
    }

    static ApiClient api(TestUser user) {
        return ApiClient.forUser(user);
    }

    /** An image of the producer at Glance that the portal shows already. */
    UUID image(String name) {
        UUID image = glance.addImage(producer.account, name, "shared");
        awaitStatus(producer, image, 200);
        return image;
    }

    /** Same, offered to the consumer. */
    UUID offered(String name, String status) {
        UUID image = glance.addImage(producer.account, name, "shared");
        glance.setMember(image, consumer.account, status);
        awaitMember(image, consumer, status);
        return image;
    }

    void awaitStatus(TestUser user, UUID image, int status) {
        Eventually.get(() -> api(user).get(apiUrl(image)).status(), found -> found == status);
    }

    /** @param status of the member as the owner sees it; empty for none */
    void awaitMember(UUID image, TestUser member, String status) {
        Eventually.get(() -> status(image, member), status::equals);
    }

    private String status(UUID image, TestUser member) {
        return api(producer)
                .get(apiUrl(image) + "/members/" + member.account)
                .json()
                .path("status")
                .asText();
    }

    JsonNode shows(TestUser user, UUID image) {
        return api(user).get(apiUrl(image)).is(200).json();
    }

    List<String> ids(TestUser user) {
        return api(user)
                .get("/" + region + "/v2/images?limit=1000&visibility=all")
                .is(200)
                .json()
                .path("images")
                .findValuesAsText("id");
    }

    /** Waits until a change that Glance got before this call is here. */
    void awaitSweep() {
        image("a later one " + UUID.randomUUID());
        image("and one of the next sweep");
    }
}
