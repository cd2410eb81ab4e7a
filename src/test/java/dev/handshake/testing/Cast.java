package dev.handshake.testing;

import dev.handshake.account.Role;
import dev.handshake.disk.DiskFiles;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The accounts used by all tests. Every instance has new account numbers, so that tests never see each other's images.
 */
public class Cast {

    public final TestUser producer = newUser("Nora", newAccountNumber(), Role.ADMIN);
    public final TestUser creator = newUser("Cem", producer.account, Role.CREATOR);
    public final TestUser observer = newUser("Olga", producer.account, Role.OBSERVER);
    public final TestUser consumer = newUser("Iris", newAccountNumber(), Role.ADMIN);
    public final TestUser consumerObserver = newUser("Otto", consumer.account, Role.OBSERVER);
    public final TestUser otherConsumer = newUser("Ravi", newAccountNumber(), Role.ADMIN);
    public final TestUser stranger = newUser("Sam", newAccountNumber(), Role.ADMIN);
    public final TestUser provider = newUser("Pat", "900000", Role.ADMIN);

    /** An account number not used yet. */
    public static String newAccountNumber() {
        return String.valueOf(ThreadLocalRandom.current().nextLong(100_000_000L, 999_999_999_999L));
    }

    public static TestUser newUser(String name, String account, Role role) {
        return new TestUser(name, account, role, "DFW", "ORD");
    }

    /** Uploads an image of the producer in DFW; returns its id. */
    public UUID image(String name) {
        return image(producer, name);
    }

    public UUID image(TestUser owner, String name) {
        return image(owner, name, DiskFiles.qcow2(10L << 30));
    }

    /** An image of the provider that every account may use. */
    public UUID baseImage() {
        UUID image = image(provider, "base-" + newAccountNumber());
        if (TestEnvironment.isAtGlance()) {
            changeAtGlance(provider, image, "public");
        }
        return image;
    }

    /** An image of the producer that is not to be shared. */
    public UUID privateImage(String name) {
        UUID image = image(name);
        if (TestEnvironment.isAtGlance()) {
            changeAtGlance(producer, image, "private");
        } else {
            ApiClient.forUser(producer)
                    .patch(image, ApiClient.replace("visibility", "\"private\""))
                    .is(200);
        }
        return image;
    }

    private static void changeAtGlance(TestUser owner, UUID image, String visibility) {
        new GlanceControl("DFW").change(image, "visibility", visibility);
        Eventually.get(
                () -> ApiClient.forUser(owner)
                        .get("/v2/images/" + image)
                        .json()
                        .path("visibility")
                        .asText(),
                visibility::equals);
    }

    /** A disk image file with unique data, so that suspending an image with it affects only its own copies. */
    public static byte[] uniqueDiskFile() {
        return DiskFiles.qcow2((9L << 30) + ThreadLocalRandom.current().nextLong(1 << 20) * 512);
    }

    public UUID image(TestUser owner, String name, byte[] file) {
        return idOf(owner.uploads("DFW", name, file).is(200));
    }

    /** Starts a server from the image through the form; returns its id. */
    public UUID server(TestUser by, UUID image, String name) {
        return idOf(startsServer(by, image, name).is(200));
    }

    public HtmlPage startsServer(TestUser by, UUID image, String name) {
        return by.opens("/DFW/servers/new?image=" + image)
                .is(200)
                .presses("Register server", "name", name, "flavor", "small");
    }

    /** The id in the URL of an image's or server's page. */
    public static UUID idOf(HtmlPage page) {
        return UUID.fromString(page.path().replaceAll(".*/(images|servers)/([0-9a-f-]{36}).*", "$2"));
    }

    /** Offers the producer's image through form, review and checklist; returns the result page. */
    public HtmlPage offers(UUID image, String... accounts) {
        return offers(producer, image, accounts);
    }

    public HtmlPage offers(TestUser owner, UUID image, String... accounts) {
        return owner.opens("/DFW/offer-batches?image=" + image)
                .is(200)
                .presses("Review", "numbers", String.join("\n", accounts))
                .is(200)
                .presses("Make", "confirmed", "*")
                .is(200);
    }

    /** An image offered to the consumer, still pending. */
    public UUID pending(String name) {
        UUID image = image(name);
        offers(image, consumer.account);
        return image;
    }

    public UUID accepted(String name) {
        UUID image = pending(name);
        consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
        return image;
    }

    public UUID rejected(String name) {
        UUID image = pending(name);
        consumer.posts("/DFW/invitations/" + image + "/rejection").is(200);
        return image;
    }
}
