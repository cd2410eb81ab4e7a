package dev.handshake.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * This replica's part in the mail: now and then a round, one mail after the other. A mail server that is slow or away
 * holds up this one thread at most, and nothing else.
 */
@ApplicationScoped
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class);
    /** How long a round waits for one answer. */
    private static final int PATIENCE_SECONDS = 30;
    /** How long this replica waits when it stops. */
    private static final int PATIENCE_AT_THE_END_SECONDS = 10;
    /** How long an answer is waited for at all. */
    private static final int LONGEST_MINUTES = 10;
    /** Mails that the server left without an answer: no more are given to it meanwhile. */
    private static final int MOST_UNANSWERED = 3;

    private final MailSwitch mail;
    private final Outbox outbox;
    private final Letters letters;
    private final Letterbox box;
    private final ExecutorService threads;
    private final Semaphore hands = new Semaphore(MOST_UNANSWERED);
    private final Lock round = new ReentrantLock();

    Postman(MailSwitch mail, Outbox outbox, Letters letters, Letterbox box, ExecutorService threads) {
        this.mail = mail;
        this.outbox = outbox;
        this.letters = letters;
        this.box = box;
        this.threads = threads;
    }

    @Scheduled(every = "{handshake.notices.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goRound() {
        if (mail.isOn() && round.tryLock()) {
            try {
                outbox.address();
                outbox.doubt();
                deliver();
            } finally {
                round.unlock();
            }
        }
    }

    /** Until the mail server turns out to be away. */
    private void deliver() {
        for (UUID address : outbox.due()) {
            if (hands.availablePermits() == 0
                    || !outbox.take(address).map(this::deliver).orElse(true)) {
                return;
            }
        }
    }

    /** @return whether the mail server is there */
    private boolean deliver(Parcel parcel) {
        if (!hands.tryAcquire()) { // this replica stops; another takes the parcel up
            return false;
        }
        return send(parcel)
                .orTimeout(LONGEST_MINUTES, TimeUnit.MINUTES)
                .handleAsync((done, failure) -> answered(parcel, failure), threads)
                .copy() // the answer is heard later, too
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private CompletableFuture<Void> send(Parcel parcel) {
        try {
            Mail letter = letters.of(parcel);
            return outbox.hand(parcel) ? box.put(letter) : CompletableFuture.completedFuture(null);
        } catch (RuntimeException broken) { // which keeps none of the other mails
            LOG.errorf(broken, "Mail %s cannot be written", parcel.message());
            return CompletableFuture.failedFuture(broken);
        }
    }

    private boolean answered(Parcel parcel, Throwable failure) {
        try {
            record(parcel, failure);
        } finally {
            hands.release();
        }
        return failure == null || failure instanceof SMTPException;
    }

    private void record(Parcel parcel, Throwable failure) {
        if (failure == null) {
            outbox.sent(parcel);
        } else if (isForGood(failure)) {
            outbox.refused(parcel);
        } else if (!(failure instanceof TimeoutException)) { // after which nobody knows
            outbox.notTaken(parcel);
        }
        if (failure != null) {
            LOG.warnf("Mail %s was not taken: %s", parcel.message(), withoutQuotes(failure));
        }
    }

    /** A mail server's answer may quote the address; so may what a library says of it. */
    private static String withoutQuotes(Throwable failure) {
        if (failure instanceof SMTPException no) {
            return "the mail server answered " + no.getReplyCode();
        }
        return failure instanceof IOException away
                ? away.toString()
                : failure.getClass().getName();
    }

    /** A permanent no to this address or this mail; one to the portal itself is for the operator to mend. */
    private static boolean isForGood(Throwable failure) {
        return failure instanceof SMTPException no
                && no.isPermanent()
                && (no.getMessage().startsWith("recipient") || no.getMessage().startsWith("sending data"));
    }

    /** What is being handed over is heard out before this replica stops, and no round begins after it. */
    void rest(@Observes ShutdownEvent end) throws InterruptedException {
        hands.tryAcquire(MOST_UNANSWERED, PATIENCE_AT_THE_END_SECONDS, TimeUnit.SECONDS);
        round.tryLock(PATIENCE_AT_THE_END_SECONDS, TimeUnit.SECONDS); // for good
    }
}
