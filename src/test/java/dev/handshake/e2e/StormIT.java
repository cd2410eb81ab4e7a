package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handshake.Script;
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
 * Two replicas behind a proxy, hundreds of people at once, and everything that goes wrong in a bad week: a replica is
 * killed, the database restarted, and a new release rolled out. Whatever was answered is so, and is so once.
 */
class StormIT {

    private static final int SCRIPTS = 130;
    private static final int PAGES = 20;

    private final List<Pair> pairs = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();
    private final List<Visitor> visitors = new ArrayList<>();
    private final ExecutorService people = Executors.newCachedThreadPool();

    @Test
    void no_answered_change_is_lost_and_none_is_made_twice() throws Exception {
        assumeTrue(Proxy.isInstalled(), Proxy.MISSING);
        Map<String, String> settings = new HashMap<>(Proxy.BEHIND);
        settings.putAll(Map.of("QUARKUS_SHUTDOWN_DELAY", "5S", "HANDSHAKE_HEALTH_EVERY", "1S"));
        try (Site site = new Site(settings);
                PackagedPortal first = site.portal();
                PackagedPortal second = site.portal();
                Proxy proxy = Proxy.start(first, second)) {
            gather(site, proxy);
            play(3);
            first.kill();
            play(2);
            first.startAgain();
            play(2);
            site.database().stop();
            play(1);
            site.database().start();
            play(6);
            long before = cut();
            second.end();
            second.startAgain();
            play(2);
            first.end();
            first.startAgain();
            assertEquals(before, cut(), "nobody is cut off by a replica that is asked to end");
            disperse();
            everythingIsAsItWasAnswered(site);
            everybodyIsStillSignedIn();
        }
    }

    private void gather(Site site, Proxy proxy) throws Exception {
        for (int each = 0; each < SCRIPTS; each++) {
            String number = String.valueOf(20_000 + each);
            Script consumer = new Script(site.token(number));
            pairs.add(pair(
                    site,
                    proxy,
                    number,
                    (image, status) -> consumer.put(
                                    proxy.at("/DFW/v2/images/" + image + "/members/" + number)
                                            .toString(),
                                    "{\"status\": \"" + status + "\"}")
                            .status()));
        }
        for (int each = 0; each < PAGES; each++) {
            String number = String.valueOf(30_000 + each);
            Visitor visitor = new Visitor(proxy.at("/"), number);
            assertEquals(200, visitor.signsIn("/DFW/images").status());
            visitors.add(visitor);
            readers.add(new Reader(visitor));
            pairs.add(pair(
                    site,
                    proxy,
                    number,
                    (image, status) -> visitor.posts("/DFW/invitations/" + image
                                    + (status.equals("accepted") ? "/acceptance" : "/rejection"))
                            .status()));
        }
        pairs.forEach(people::execute);
        readers.forEach(people::execute);
    }

    private static Pair pair(Site site, Proxy proxy, String number, Pair.Consumer consumer) {
        Script owner = new Script(site.token("1" + number));
        UUID image = Script.id(owner.post(proxy.at("/DFW/v2/images").toString(), "{\"name\": \"stormy\"}"));
        return new Pair(
                owner, image, proxy.at("/DFW/v2/images/" + image + "/members").toString(), number, consumer);
    }

    private static void play(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
    }

    private long cut() {
        return pairs.stream().mapToLong(Pair::cut).sum();
    }

    private void disperse() throws InterruptedException {
        pairs.forEach(Pair::stop);
        readers.forEach(Reader::stop);
        people.shutdown();
        assertTrue(people.awaitTermination(2, TimeUnit.MINUTES), "everybody went home");
    }

    private void everythingIsAsItWasAnswered(Site site) throws Exception {
        for (Pair pair : pairs) {
            String told = Pair.told(site.database()
                    .column("select happened from history where region = 'DFW' and image_id = '" + pair.image
                            + "' and happened <> 'CREATED' order by at, id"));
            assertTrue(told.matches(pair.expected()), () -> told + " is not " + pair.expected());
            assertEquals(List.of(), pair.oddities());
        }
        long answered = pairs.stream().mapToLong(Pair::answered).sum();
        long steps = pairs.stream().mapToLong(Pair::steps).sum();
        System.out.println("Storm: of " + steps + " changes " + answered + " were answered, " + cut() + " cut off");
        assertTrue(answered > 5L * pairs.size(), "much was done: " + answered);
    }

    private void everybodyIsStillSignedIn() {
        for (Reader reader : readers) {
            assertEquals(List.of(), reader.oddities());
            assertTrue(reader.good() > 5, "pages were read");
        }
        visitors.forEach(each -> assertTrue(each.opens("/DFW/images").body().contains("Visitor")));
    }
}
