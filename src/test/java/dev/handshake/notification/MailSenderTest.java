package dev.handshake.notification;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import io.quarkus.mailer.Mail;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@PortalTest
class MailSenderTest {

    private static final int ROUNDS = 80;
    private static final int AT_ONCE = 6;

    @Inject
    MailSender sender;

    @Inject
    ExecutorService threads;

    /** Regression: sent through the mailer directly, six of nine hundred mails got no response. */
    @Test
    void each_of_many_mails_from_many_threads_is_answered() {
        for (int round = 0; round < ROUNDS; round++) {
            List<CompletableFuture<Void>> answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(each -> Mail.withText("many-" + each + "@mail.example", "Many", "of them"))
                    .map(each ->
                            CompletableFuture.supplyAsync(() -> each, threads).thenCompose(sender::send))
                    .toList();
            Eventually.isTrue(() -> answers.stream().allMatch(CompletableFuture::isDone));
            answers.forEach(CompletableFuture::join);
        }
    }

    /** Vert.x' mail client never releases the connection of a refused mail, and has a pool of ten. */
    @Test
    void refused_mails_take_nothing_from_those_that_follow() throws Exception {
        for (int each = 0; each < 12; each++) {
            CompletableFuture<Void> refused =
                    sender.send(Mail.withText("refused-" + each + "@mail.example", "One", "of them"));
            assertThrows(ExecutionException.class, () -> refused.get(20, TimeUnit.SECONDS));
        }
        sender.send(Mail.withText("taken@mail.example", "Another", "one")).get(20, TimeUnit.SECONDS);
    }
}
