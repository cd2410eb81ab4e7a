package dev.handshake.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.bill.UsagePeriod;
import dev.handshake.bill.UsageType;
import dev.handshake.disk.DiskFiles;
import dev.handshake.image.Image;
import dev.handshake.sharing.Membership;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestEnvironment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Usage records match the actual state after random, concurrent operations. */
@PortalTest
class UsageRecorderRandomTest {

    private static final int ROUNDS = TestEnvironment.isPostgres() ? 150 : 50;
    private static final int AT_ONCE = 8;

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final List<ApiClient> consumers =
            List.of(ApiClient.forUser(cast.consumer), ApiClient.forUser(cast.otherConsumer));
    private final List<String> numbers = List.of(cast.consumer.account, cast.otherConsumer.account);
    private final List<UUID> images = new ArrayList<>();
    private final Random random = new Random(20_280_229);

    @Test
    void after_every_story_the_ledger_has_what_is_stored_and_accepted_and_nothing_else() throws Exception {
        try (ConcurrentRequests concurrentRequests = new ConcurrentRequests()) {
            for (int round = 0; round < ROUNDS; round++) {
                images.add(owner.creates("story-" + round));
                concurrentRequests.sendAll(
                        Stream.generate(this::randomCall).limit(AT_ONCE).toList());
            }
        }
        QuarkusTransaction.requiringNew().run(() -> images.forEach(this::assertRecorded));
    }

    private Callable<ConcurrentRequests.TimedResponse> randomCall() {
        UUID image = images.get(Math.max(0, images.size() - 1 - random.nextInt(6)));
        int who = random.nextInt(2);
        String status = List.of("accepted", "rejected", "pending").get(random.nextInt(3));
        return switch (random.nextInt(10)) {
            case 0, 1 -> owner.timed(() -> owner.put("/v2/images/" + image + "/file", DiskFiles.raw(512)));
            case 2, 3, 4 -> owner.timed(() -> owner.offers(image, numbers.get(who)));
            case 5 -> owner.timed(() -> owner.removes(image, numbers.get(who)));
            case 6 -> owner.timed(() -> owner.delete("/v2/images/" + image));
            default -> owner.timed(() -> consumers.get(who).decides(image, numbers.get(who), status));
        };
    }

    private void assertRecorded(UUID id) {
        Image image = Image.findById(new Image.Key("DFW", id));
        assertEquals(image != null && image.hasData(), isOpen(id, UsageType.STORAGE, cast.producer.account));
        for (String number : numbers) {
            Membership member = Membership.findById(new Membership.Key("DFW", id, number));
            assertEquals(member != null && member.isAccepted(), isOpen(id, UsageType.SHARE, number));
            assertEquals(
                    0,
                    UsageRecord.count(
                            "resourceId = ?1 and usage = ?2 and account = ?3", id, UsageType.STORAGE, number));
        }
    }

    private static boolean isOpen(UUID image, UsageType usage, String account) {
        return UsageRecord.count(
                        "resourceId = ?1 and usage = ?2 and account = ?3 and until = ?4",
                        image,
                        usage,
                        account,
                        UsagePeriod.OPEN_END)
                == 1;
    }
}
