package dev.handshake.notice;

import dev.handshake.Patience;
import dev.handshake.PortalTest;
import io.quarkus.mailer.Mail;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@PortalTest
class LetterboxTest {

    private static final int ROUNDS = 80;
    private static final int AT_ONCE = 6;

    @Inject
    Letterbox box;

    @Inject
    ExecutorService threads;

    /** Given to the mailer itself, six in nine hundred never were. */
    @Test
    void each_of_many_mails_from_many_threads_is_answered() {
        for (int round = 0; round < ROUNDS; round++) {
            List<CompletableFuture<Void>> answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(each -> Mail.withText("many-" + each + "@mail.example", "Many", "of them"))
                    .map(each ->
                            CompletableFuture.supplyAsync(() -> each, threads).thenCompose(box::put))
                    .toList();
            Patience.until(() -> answers.stream().allMatch(CompletableFuture::isDone));
            answers.forEach(CompletableFuture::join);
        }
    }
}
