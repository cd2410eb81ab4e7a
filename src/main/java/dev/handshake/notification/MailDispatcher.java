package dev.handshake.notification;

import dev.handshake.lease.WorkerPool;
import dev.handshake.notification.Outbox.MailBatch;
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
 * Sends this replica's share of the mail, in rounds, one mail at a time. A slow or unreachable mail server blocks only
 * this one thread.
 */
@ApplicationScoped
class MailDispatcher {

    private static final Logger LOG = Logger.getLogger(MailDispatcher.class);
    /** How long a round waits for the mail server's response. */
    private static final int RESULT_WAIT_SECONDS = 30;
    /** How long shutdown waits for pending responses. */
    private static final Duration TERMINATION_TIMEOUT = Duration.ofSeconds(10);
    /** After this time the outcome counts as unknown. */
    private static final int SEND_TIMEOUT_MINUTES = 10;
    /** The maximum number of mails awaiting a response at once. */
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

    /** Sends due mail until the mail server turns out to be unreachable. */
    private void deliver() {
        for (UUID address : outbox.findDueSubscriptions()) {
            if (!pool.hasRoom() || !outbox.claim(address).map(this::deliver).orElse(true)) {
                return;
            }
        }
    }

    /** @return whether the mail server responded */
    private boolean deliver(MailBatch mailBatch) {
        return pool.tryStart(
                        mailBatch.claimId(),
                        () -> send(mailBatch)
                                .orTimeout(SEND_TIMEOUT_MINUTES, TimeUnit.MINUTES)
                                .handleAsync((done, failure) -> onAnswer(mailBatch, failure), threads))
                .map(answer -> answer.completeOnTimeout(false, RESULT_WAIT_SECONDS, TimeUnit.SECONDS)
                        .join()) // the outcome of a later response is still recorded
                .orElse(false); // this replica is shutting down; another one sends the mail
    }

    private CompletableFuture<Void> send(MailBatch mailBatch) {
        try {
            Mail message = renderer.render(mailBatch);
            return outbox.markSending(mailBatch) ? sender.send(message) : CompletableFuture.completedFuture(null);
        } catch (RuntimeException broken) { // must not affect other mails
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
        } else if (!(failure instanceof TimeoutException)) { // outcome unknown
            outbox.scheduleRetry(mailBatch);
        }
        if (failure != null) {
            LOG.warnf("Mail %s was not taken: %s", mailBatch.messageId(), describe(failure));
        }
    }

    /** Leaves out messages of the mail server and of libraries, which may quote the address. */
    private static String describe(Throwable failure) {
        if (failure instanceof SMTPException no) {
            return "the mail server answered " + no.getReplyCode();
        }
        return failure instanceof IOException unreachable
                ? unreachable.toString()
                : failure.getClass().getName();
    }

    /**
     * Whether the mail server permanently refused this recipient or content. Errors that concern the portal itself,
     * such as its credentials, are retried until the operator fixes them.
     */
    private static boolean isPermanent(Throwable failure) {
        return failure instanceof SMTPException no
                && no.isPermanent()
                && (no.getMessage().startsWith("recipient") || no.getMessage().startsWith("sending data"));
    }

    /** Waits for mails being sent; no round starts afterwards. */
    void onShutdown(@Observes ShutdownEvent end) {
        pool.awaitTermination(TERMINATION_TIMEOUT);
    }
}
