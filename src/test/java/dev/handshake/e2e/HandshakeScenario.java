package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import java.util.List;
import java.util.UUID;

/** Runs the sharing workflow of two accounts through the API in one region. */
class HandshakeScenario {

    private static final String OWNER = "100200";
    private static final String CONSUMER = "300400";

    private final ApiClient owner;
    private final ApiClient consumer;
    private final String images;

    HandshakeScenario(PackagedEnvironment packagedEnvironment, PackagedPortal portal, String region) {
        owner = new ApiClient(packagedEnvironment.token(OWNER, region));
        consumer = new ApiClient(packagedEnvironment.token(CONSUMER, region));
        images = portal.uri("/" + region + "/v2/images").toString();
    }

    /** From a new image to its deletion, through every status. */
    void run() {
        UUID image = share();
        String members = images + "/" + image + "/members";
        for (String status : List.of("rejected", "accepted")) {
            consumer.put(members + "/" + CONSUMER, "{\"status\": \"" + status + "\"}")
                    .is(200);
        }
        assertTrue(isShared(image));
        owner.delete(members + "/" + CONSUMER).is(204);
        consumer.get(images + "/" + image).is(404);
        owner.delete(images + "/" + image).is(204);
    }

    /** @return a new image that was offered, reminded of and accepted */
    UUID share() {
        String wanted = "{\"name\": \"rolls on\", \"tags\": [\"lts\"], \"os_distro\": \"debian\"}";
        UUID image = ApiClient.idOf(owner.post(images, wanted));
        String members = images + "/" + image + "/members";
        owner.post(members, "{\"member\": \"" + CONSUMER + "\"}").is(200);
        owner.post(members + "/" + CONSUMER + "/reminders", "").is(200);
        consumer.put(members + "/" + CONSUMER, "{\"status\": \"accepted\"}").is(200);
        return image;
    }

    /** Whether the consumer's list contains it. */
    boolean isShared(UUID image) {
        return consumer.get(images + "?limit=100").is(200).text().contains(image.toString());
    }
}
