package dev.handshake.cost;

import dev.handshake.bill.UsagePeriod;
import dev.handshake.bill.UsageType;
import dev.handshake.image.Image;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Moves usage into the past and enlarges it, directly in the database. */
class UsageBackdating {

    static final long GIB = 1L << 30;

    /** Backdates the image and all its shares, and sets its size. */
    static void backdate(UUID image, String since, long size) {
        QuarkusTransaction.requiringNew().run(() -> {
            UsageRecord.update("since = ?1, size = ?2 where resourceId = ?3", Instant.parse(since), size, image);
            Image.update("size = ?1 where id = ?2", size, image);
        });
    }

    /** Backdates the end of usage that has ended. */
    static void backdateEnd(UUID image, String until) {
        QuarkusTransaction.requiringNew()
                .run(() -> UsageRecord.update(
                        "until = ?1 where resourceId = ?2 and until <> ?3",
                        Instant.parse(until),
                        image,
                        UsagePeriod.OPEN_END));
    }

    /**
     * Creates usage of deleted images of {@code owner} in DFW, named {@code many-1} and so on, of 1 GiB, 2 GiB and so
     * on.
     */
    static void createEnded(String owner, int number, String since, String until) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int each = 1; each <= number; each++) {
                UsageRecord span = new UsageRecord();
                span.region = "DFW";
                span.usage = UsageType.STORAGE;
                span.account = owner;
                span.owner = owner;
                span.resourceId = UUID.randomUUID();
                span.name = "many-" + each;
                span.resourceType = "import";
                span.size = each * GIB;
                span.since = Instant.parse(since);
                span.until = Instant.parse(until);
                span.persist();
            }
        });
    }

    static List<UsageRecord> list(UUID resourceId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> UsageRecord.list("resourceId = ?1 order by id", resourceId));
    }
}
