package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handshake.testing.ApiClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Two replicas behind a proxy with hundreds of users, while a replica is killed, the database restarts and a new
 * release rolls out. Every confirmed change took effect exactly once.
 */
class ChaosIT {

    private static final int SCRIPTS = 130;
    private static final int PAGES = 20;

    private final List<HandshakeWorkload> handshakes = new ArrayList<>();
    private final List<PageReadWorkload> readers = new ArrayList<>();
    private final List<VirtualUser> visitors = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Test
    void no_answered_change_is_lost_and_none_is_made_twice() throws Exception {
        assumeTrue(HaProxy.isInstalled(), HaProxy.MISSING);
        Map<String, String> settings = new HashMap<>(HaProxy.PORTAL_SETTINGS);
        settings.putAll(Map.of("QUARKUS_SHUTDOWN_DELAY", "5s", "HANDSHAKE_HEALTH_CHECK_INTERVAL", "1s"));
        try (PackagedEnvironment packagedEnvironment = new PackagedEnvironment(settings);
                PackagedPortal first = packagedEnvironment.startPortal();
                PackagedPortal second = packagedEnvironment.startPortal();
                HaProxy proxy = HaProxy.start(first, second)) {
            startWorkloads(packagedEnvironment, proxy);
            runFor(3);
            first.kill();
            runFor(2);
            first.restart();
            runFor(2);
            packagedEnvironment.database().stop();
            runFor(1);
            packagedEnvironment.database().start();
            runFor(6);
            long before = cutOffCount();
            second.terminate();
            second.restart();
            runFor(2);
            first.terminate();
            first.restart();
            assertEquals(before, cutOffCount(), "nobody is cut off by a replica that is asked to end");
            stopWorkloads();
            assertHistoryMatchesResponses(packagedEnvironment);
            assertAllStillSignedIn();
        }
    }

    private void startWorkloads(PackagedEnvironment packagedEnvironment, HaProxy proxy) throws Exception {
        for (int each = 0; each < SCRIPTS; each++) {
            String number = String.valueOf(20_000 + each);
            ApiClient consumer = new ApiClient(packagedEnvironment.token(number));
            handshakes.add(newWorkload(
                    packagedEnvironment,
                    proxy,
                    number,
                    (image, status) -> consumer.put(
                                    proxy.uri("/DFW/v2/images/" + image + "/members/" + number)
                                            .toString(),
                                    "{\"status\": \"" + status + "\"}")
                            .status()));
        }
        for (int each = 0; each < PAGES; each++) {
            String number = String.valueOf(30_000 + each);
            VirtualUser virtualUser = new VirtualUser(proxy.uri("/"), number);
            assertEquals(200, virtualUser.signsIn("/DFW/images").status());
            visitors.add(virtualUser);
            readers.add(new PageReadWorkload(virtualUser));
            handshakes.add(newWorkload(
                    packagedEnvironment,
                    proxy,
                    number,
                    (image, status) -> virtualUser
                            .posts("/DFW/invitations/" + image
                                    + (status.equals("accepted") ? "/acceptance" : "/rejection"))
                            .status()));
        }
        handshakes.forEach(threads::execute);
        readers.forEach(threads::execute);
    }

    private static HandshakeWorkload newWorkload(
            PackagedEnvironment packagedEnvironment,
            HaProxy proxy,
            String number,
            HandshakeWorkload.ConsumerAction consumer) {
        ApiClient owner = new ApiClient(packagedEnvironment.token("1" + number));
        UUID image = ApiClient.idOf(owner.post(proxy.uri("/DFW/v2/images").toString(), "{\"name\": \"stormy\"}"));
        return new HandshakeWorkload(
                owner, image, proxy.uri("/DFW/v2/images/" + image + "/members").toString(), number, consumer);
    }

    private static void runFor(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
    }

    private long cutOffCount() {
        return handshakes.stream().mapToLong(HandshakeWorkload::cutOffCount).sum();
    }

    private void stopWorkloads() throws InterruptedException {
        handshakes.forEach(HandshakeWorkload::stop);
        readers.forEach(PageReadWorkload::stop);
        threads.shutdown();
        assertTrue(threads.awaitTermination(2, TimeUnit.MINUTES), "everybody went home");
    }

    private void assertHistoryMatchesResponses(PackagedEnvironment packagedEnvironment) throws Exception {
        for (HandshakeWorkload handshakeWorkload : handshakes) {
            String told = HandshakeWorkload.abbreviated(packagedEnvironment
                    .database()
                    .queryColumn("select happened from history where region = 'DFW' and image_id = '"
                            + handshakeWorkload.image + "' and happened <> 'CREATED' order by at, id"));
            assertTrue(
                    told.matches(handshakeWorkload.expectedHistory()),
                    () -> told + " is not " + handshakeWorkload.expectedHistory());
            assertEquals(List.of(), handshakeWorkload.violations());
        }
        long answered =
                handshakes.stream().mapToLong(HandshakeWorkload::answeredCount).sum();
        long steps = handshakes.stream().mapToLong(HandshakeWorkload::stepCount).sum();
        System.out.println(
                "Storm: of " + steps + " changes " + answered + " were answered, " + cutOffCount() + " cut off");
        assertTrue(answered > 5L * handshakes.size(), "much was done: " + answered);
    }

    private void assertAllStillSignedIn() {
        for (PageReadWorkload pageReadWorkload : readers) {
            assertEquals(List.of(), pageReadWorkload.violations());
            assertTrue(pageReadWorkload.successCount() > 5, "pages were read");
        }
        visitors.forEach(each -> assertTrue(each.opens("/DFW/images").body().contains("Visitor")));
    }
}
