package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.OfferForm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Makes the AOT cache of a package: starts it, plays what people and scripts do, and stops it, upon which the JVM
 * writes the cache, with the classes that were loaded and how often their methods ran (JEP 483, 514 and 515).
 */
class AotTraining implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(AotTraining.class);

    /** Longer makes no later request cheaper. */
    private static final Duration DURATION = Duration.ofSeconds(20);

    private static final String OWNER = "100200";
    private static final String CONSUMER = "300400";

    private static final List<String> LISTS = List.of(
            "/account",
            "/DFW/images",
            "/DFW/images?q=t&sort=size",
            "/DFW/images/uploads",
            "/DFW/offers",
            "/DFW/invitations",
            "/DFW/history",
            "/DFW/notifications",
            "/DFW/notifications/settings",
            "/DFW/servers",
            "/DFW/imports",
            "/DFW/exports",
            "/DFW/costs",
            "/DFW/webhooks",
            "/DFW/search?q=train",
            "/DFW/offers.csv",
            "/DFW/changes?since=0");

    private static final List<String> API_LISTS =
            List.of("images", "images?member_status=pending&visibility=shared", "offers", "tasks", "schemas/image");

    private final PackagedEnvironment environment = new PackagedEnvironment(Map.of());
    private final PackagedPortal portal;
    private final VirtualUser owner;
    private final VirtualUser consumer;
    private final ApiClient ownerScript;
    private final ApiClient consumerScript;

    private AotTraining(Path cache) throws Exception {
        portal = environment.startPortal(
                List.of("-XX:AOTCacheOutput=" + cache.toAbsolutePath(), "-Xlog:aot*=error", "-Xlog:cds*=error"));
        URI address = portal.uri("/");
        owner = new VirtualUser(address, OWNER);
        consumer = new VirtualUser(address, CONSUMER);
        ownerScript = new ApiClient(environment.token(OWNER));
        consumerScript = new ApiClient(environment.token(CONSUMER));
    }

    /** @param arguments the file of the cache */
    public static void main(String[] arguments) {
        int status = 1;
        try {
            train(Path.of(arguments[0]));
            status = 0;
        } catch (Exception | AssertionError failed) {
            LOG.error("No AOT cache", failed);
        }
        System.exit(status); // threads of the identity provider would keep it
    }

    private static void train(Path cache) throws Exception {
        try (AotTraining training = new AotTraining(cache)) {
            training.play();
        }
        if (!Files.exists(cache)) {
            throw new IOException("The JVM wrote no " + cache);
        }
    }

    private void play() {
        owner.signsIn("/DFW/images");
        consumer.signsIn("/DFW/images");
        Instant end = Instant.now().plus(DURATION);
        while (Instant.now().isBefore(end)) {
            UUID image = uploads();
            handshakeByForm(image);
            handshakeByApi(image);
            LISTS.forEach(each -> Stream.of(owner, consumer).forEach(user -> opens(user, each)));
            API_LISTS.forEach(each -> Stream.of(ownerScript, consumerScript)
                    .forEach(script -> script.get(api("/" + each)).is(200)));
            posts(owner, "/DFW/images/" + image + "/deletion", "name", "trained");
        }
    }

    private UUID uploads() {
        UUID image = ApiClient.idOf(ownerScript.post(
                api("/images"), "{\"name\":\"trained\",\"disk_format\":\"qcow2\",\"container_format\":\"bare\"}"));
        ownerScript
                .put(api("/images/" + image + "/file"), DiskFiles.qcow2(1L << 30))
                .is(204);
        return image;
    }

    private void handshakeByForm(UUID image) {
        String page = "/DFW/images/" + image;
        opens(owner, page);
        opens(owner, OfferForm.PATH + "?image=" + image);
        posts(owner, OfferForm.PATH, OfferForm.fields(image, CONSUMER));
        opens(consumer, "/DFW/invitations");
        opens(consumer, page);
        for (String decision : List.of("acceptance", "rejection", "reconsideration")) {
            posts(consumer, "/DFW/invitations/" + image + "/" + decision);
        }
        for (String part :
                List.of("", "/details", "/history", "/edit", "/deletion", "/offers/" + CONSUMER + "/label")) {
            opens(owner, page + part);
        }
        posts(owner, page + "/details", "name", "trained", "description", "again");
        posts(owner, page + "/offers/" + CONSUMER + "/removal");
    }

    private static void opens(VirtualUser user, String path) {
        assertEquals(200, user.opens(path).status(), path);
    }

    private static void posts(VirtualUser user, String path, String... fields) {
        assertEquals(303, user.posts(path, fields).status(), path);
    }

    private void handshakeByApi(UUID image) {
        String url = api("/images/" + image);
        ownerScript.post(url + "/members", "{\"member\":\"" + CONSUMER + "\"}").is(200);
        for (String status : List.of("accepted", "rejected", "accepted")) {
            consumerScript
                    .put(url + "/members/" + CONSUMER, "{\"status\":\"" + status + "\"}")
                    .is(200);
        }
        for (String part : List.of("", "/members", "/members/" + CONSUMER)) {
            ownerScript.get(url + part).is(200);
        }
        consumerScript.get(url).is(200);
        consumerScript.get(url + "/file").is(200);
        ownerScript.delete(url + "/members/" + CONSUMER).is(204);
    }

    private String api(String path) {
        return portal.uri("/DFW/v2" + path).toString();
    }

    @Override
    public void close() throws Exception {
        portal.terminate();
        environment.close();
    }
}
