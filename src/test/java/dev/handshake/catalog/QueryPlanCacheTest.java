package dev.handshake.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

/**
 * The plan of a query is made once and found again. A native query whose result is described by a class alone, such as
 * {@code createNativeQuery(sql, Long.class)}, is never found again: each request adds a plan, and looks through all
 * others that have the same hash.
 */
@PortalTest
class QueryPlanCacheTest {

    private static final List<String> PAGES = List.of(
            "images",
            "images?sort=name",
            "images?q=1&show=own",
            "images?show=shared",
            "images/{id}",
            "images/{id}?status=pending&q=1",
            "images/{id}/details",
            "images/{id}/history",
            "images/{id}/members.csv",
            "offer-batches?image={id}",
            "invitations",
            "invitations.csv",
            "offers",
            "offers?account=1&status=pending",
            "offers.csv",
            "history",
            "history?status=offered&account=1",
            "history.csv",
            "costs",
            "notifications",
            "webhooks",
            "servers",
            "servers/new",
            "imports",
            "exports",
            "reports",
            "search?q=1",
            "changes?since=1");

    private static final int TIMES = 4;

    private final Cast cast = new Cast();

    @Test
    void no_request_adds_a_plan_each_time_it_comes() {
        IntStream.range(0, 30).forEach(each -> cast.pending("image-" + each));
        UUID image = cast.pending("one");
        List<String> adding = new ArrayList<>();
        for (TestUser reader : List.of(cast.producer, cast.consumer)) {
            PAGES.stream()
                    .map(page -> "/DFW/" + page.replace("{id}", image.toString()))
                    .filter(page -> addsEachTime(() -> reader.opens(page)))
                    .forEach(adding::add);
        }
        if (addsEachTime(this::playHandshake)) {
            adding.add("a handshake");
        }
        assertEquals(List.of(), adding);
    }

    private void playHandshake() {
        UUID image = cast.pending("handshake");
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
        cast.producer
                .posts("/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
    }

    /** Several times, since what runs in the background adds plans, too, though once. */
    private static boolean addsEachTime(Runnable request) {
        int adding = 0;
        for (int time = 0; time < TIMES; time++) {
            int before = plans();
            request.run();
            adding += plans() > before ? 1 : 0;
        }
        return adding == TIMES;
    }

    private static int plans() {
        return Panache.getEntityManager()
                .getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getQueryEngine()
                .getInterpretationCache()
                .getNumberOfCachedQueryPlans();
    }
}
