package dev.handshake.notification;

import dev.handshake.lease.WorkerPool;
import io.quarkus.mailer.Mail;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * This replica's part in the mail: now and then a round, one mail after the other. A mail server that is slow or away
 * holds up this one thread at most, and nothing else.
 */
@ApplicationScoped
class MailDispatcher {

    private static final Logger LOG = Logger.getLogger(MailDispatcher.class);
    /** How long a round waits for one answer. */
    private static final int RESULT_WAIT_SECONDS = 30;
    /** How long this replica waits when it stops. */
    private static final Duration TERMINATION_TIMEOUT = Duration.ofSeconds(10);
    /** How long an answer is waited for at all. */
    private static final int SEND_TIMEOUT_MINUTES = 10;
    /** Mails that the server left without an answer: no more are given to it meanwhile. */
    private static final int MAX_IN_FLIGHT = 3;

    private final NotificationMailConfig mail;
    private final Outbox outbox;
    private final MailRenderer renderer;
    private final MailSender sender;
    private final ExecutorService threads;
    private final WorkerPool<UUID> pool = new WorkerPool<>(MAX_IN_FLIGHT);

    MailDispatcher(
            NotificationMailConfig mail,
            Outbox outbox,
            MailRenderer renderer,
            MailSender sender,
            ExecutorService threads) {
        this.mail = mail;
        this.outbox = outbox;
        this.renderer = renderer;
        this.sender = sender;
        this.threads = threads;
    }

    @Scheduled(
            every = "{handshake.notifications.mail.poll-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dispatch() {
        if (mail.enabled()) {
            pool.runRound(() -> {
                outbox.createDeliveries();
                outbox.markOutcomeUnknown();
                deliver();
            });
        }
    }

    /** Until the mail server turns out to be away. */
    private void deliver() {
        for (UUID address : outbox.findDueSubscriptions()) {
            if (!pool.hasRoom() || !outbox.claim(address).map(this::deliver).orElse(true)) {
                return;
            }
        }
    }

    /** @return whether the mail server is there */
    private boolean deliver(MailBatch mailBatch) {
        return pool.tryStart(
                        mailBatch.claimId(),
                        () -> send(mailBatch)
                                .orTimeout(SEND_TIMEOUT_MINUTES, TimeUnit.MINUTES)
                                .handleAsync((done, failure) -> onAnswer(mailBatch, failure), threads))
                .map(answer -> answer.completeOnTimeout(false, RESULT_WAIT_SECONDS, TimeUnit.SECONDS)
                        .join()) // what is answered later is recorded, too
                .orElse(false); // this replica stops; another takes the mail up
    }

    private CompletableFuture<Void> send(MailBatch mailBatch) {
        try {
            Mail letter = renderer.render(mailBatch);
            return outbox.markSending(mailBatch) ? sender.send(letter) : CompletableFuture.completedFuture(null);
        } catch (RuntimeException broken) { // which keeps none of the other mails
            LOG.errorf(broken, "Mail %s cannot be written", mailBatch.messageId());
            return CompletableFuture.failedFuture(broken);
        }
    }

    private boolean onAnswer(MailBatch mailBatch, Throwable failure) {
        recordOutcome(mailBatch, failure);
        return failure == null || failure instanceof SMTPException;
    }

    private void recordOutcome(MailBatch mailBatch, Throwable failure) {
        if (failure == null) {
            outbox.markSent(mailBatch);
        } else if (isPermanent(failure)) {
            outbox.markRefused(mailBatch);
        } else if (!(failure instanceof TimeoutException)) { // after which nobody knows
            outbox.scheduleRetry(mailBatch);
        }
        if (failure != null) {
            LOG.warnf("Mail %s was not taken: %s", mailBatch.messageId(), describe(failure));
        }
    }

    /** A mail server's answer may quote the address; so may what a library says of it. */
    private static String describe(Throwable failure) {
        if (failure instanceof SMTPException no) {
            return "the mail server answered " + no.getReplyCode();
        }
        return failure instanceof IOException away
                ? away.toString()
                : failure.getClass().getName();
    }

    /** A permanent no to this address or this mail; one to the portal itself is for the operator to mend. */
    private static boolean isPermanent(Throwable failure) {
        return failure instanceof SMTPException no
                && no.isPermanent()
                && (no.getMessage().startsWith("recipient") || no.getMessage().startsWith("sending data"));
    }

    /** What is being handed over is heard out before this replica stops, and no round begins after it. */
    void onShutdown(@Observes ShutdownEvent end) {
        pool.awaitTermination(TERMINATION_TIMEOUT);
    }
}
