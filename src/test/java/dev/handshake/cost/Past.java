package dev.handshake.cost;

import dev.handshake.bill.Span;
import dev.handshake.bill.Usage;
import dev.handshake.image.Image;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Moves what is in use into the past, behind the portal's back, and makes it larger than a test could upload. */
class Past {

    static final long GIB = 1L << 30;

    /** The image, and every share of it, is in use since then, and as large as that. */
    static void since(UUID image, String since, long size) {
        QuarkusTransaction.requiringNew().run(() -> {
            UsageSpan.update("since = ?1, size = ?2 where thing = ?3", Instant.parse(since), size, image);
            Image.update("size = ?1 where id = ?2", size, image);
        });
    }

    /** What has ended of it ended then. */
    static void until(UUID image, String until) {
        QuarkusTransaction.requiringNew()
                .run(() -> UsageSpan.update(
                        "until = ?1 where thing = ?2 and until <> ?3", Instant.parse(until), image, Span.OPEN));
    }

    /**
     * Many images of {@code owner} in DFW that are gone by now, named {@code many-1} and so on, of 1 GiB, 2 GiB and so
     * on.
     */
    static void gone(String owner, int number, String since, String until) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int each = 1; each <= number; each++) {
                UsageSpan span = new UsageSpan();
                span.region = "DFW";
                span.usage = Usage.STORAGE;
                span.account = owner;
                span.owner = owner;
                span.thing = UUID.randomUUID();
                span.name = "many-" + each;
                span.what = "import";
                span.size = each * GIB;
                span.since = Instant.parse(since);
                span.until = Instant.parse(until);
                span.persist();
            }
        });
    }

    static List<UsageSpan> of(UUID thing) {
        return QuarkusTransaction.requiringNew().call(() -> UsageSpan.list("thing = ?1 order by id", thing));
    }
}
