package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.Patience;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names that nobody resolves, asked for again and again by those who do not wait. */
class LookUpsTest {

    private final LookUps lookUps = new LookUps();
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    @AfterEach
    void answerAll() {
        answer.complete("over");
    }

    @Test
    void one_account_holds_half_of_them_and_all_accounts_all() {
        assertEquals(LookUps.MOST / 2, hang("a", 1_000));
        assertEquals(LookUps.MOST / 2 - 1, hang("b", LookUps.MOST / 2 - 1));
        assertEquals(1, hang("c", 3));
        assertEquals(0, hang("b", 1));
    }

    @Test
    void what_was_answered_makes_room() {
        hang("a", 1_000);
        answer.complete("over");
        Patience.until(() -> lookUps.begin("a", () -> "again").isPresent());
    }

    @Test
    void what_fails_makes_room_too() {
        for (int each = 0; each < LookUps.MOST; each++) {
            Patience.until(() -> lookUps.begin("a", LookUpsTest::fail).isPresent());
        }
    }

    private static String fail() {
        throw new IllegalStateException("no such name");
    }

    /** How many of so many are begun; nobody waits for any. */
    private int hang(String account, int times) {
        int begun = 0;
        for (int each = 0; each < times; each++) {
            CompletableFuture<Void> underWay = new CompletableFuture<>();
            var found = lookUps.begin(account, () -> {
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
