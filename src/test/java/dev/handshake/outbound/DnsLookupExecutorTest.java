package dev.handshake.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.Eventually;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** DNS lookups that hang and are abandoned by their callers. */
class DnsLookupExecutorTest {

    private final DnsLookupExecutor lookups = new DnsLookupExecutor();
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    @AfterEach
    void completeAll() {
        answer.complete("over");
    }

    @Test
    void one_account_holds_half_of_them_and_all_accounts_all() {
        assertEquals(DnsLookupExecutor.MAX_CONCURRENT / 2, startHanging("a", 1_000));
        assertEquals(
                DnsLookupExecutor.MAX_CONCURRENT / 2 - 1, startHanging("b", DnsLookupExecutor.MAX_CONCURRENT / 2 - 1));
        assertEquals(1, startHanging("c", 3));
        assertEquals(0, startHanging("b", 1));
    }

    @Test
    void what_was_answered_makes_room() {
        startHanging("a", 1_000);
        answer.complete("over");
        Eventually.isTrue(() -> lookups.submit("a", () -> "again").isPresent());
    }

    @Test
    void what_fails_makes_room_too() {
        for (int each = 0; each < DnsLookupExecutor.MAX_CONCURRENT; each++) {
            Eventually.isTrue(
                    () -> lookups.submit("a", DnsLookupExecutorTest::fail).isPresent());
        }
    }

    private static String fail() {
        throw new IllegalStateException("no such name");
    }

    /** The number of lookups started, none of which is waited for. */
    private int startHanging(String account, int times) {
        int begun = 0;
        for (int each = 0; each < times; each++) {
            CompletableFuture<Void> underWay = new CompletableFuture<>();
            var found = lookups.submit(account, () -> {
                underWay.complete(null);
                return answer.join();
            });
            found.ifPresent(
                    waited -> underWay.thenRun(() -> waited.cancel(false)).join());
            begun += found.isPresent() ? 1 : 0;
        }
        return begun;
    }
}
