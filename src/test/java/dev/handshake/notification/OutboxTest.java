package dev.handshake.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.notification.Outbox.MailBatch;
import dev.handshake.sharing.SharingService;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.Mailbox;
import dev.handshake.testing.PortalTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A replica dies between writing and sending; simulated by expiring its lease. */
@PortalTest
@AlsoOnH2
class OutboxTest {

    private final Cast cast = new Cast();

    @Inject
    Outbox outbox;

    @Inject
    SharingService memberships;

    @Test
    void what_is_taken_back_with_its_transaction_is_told_to_nobody() {
        String address = MailFixtures.subscribe(cast.consumer, "iris-");
        UUID image = cast.image("undone");
        Actor owner = new Actor(cast.producer.account, "Nora", Role.ADMIN, "DFW");
        QuarkusTransaction.begin();
        memberships.offer(owner, image, cast.consumer.account);
        QuarkusTransaction.rollback();
        assertEquals(List.of(), NotificationsPage.texts(cast.consumer));
        Mailbox.waitForTwoPolls();
        assertEquals(List.of(), Mailbox.mailsTo(address));
    }

    @Test
    void a_mail_that_a_dead_replica_had_taken_up_is_sent_by_another_once() {
        String address = addressWithDeferredMail();
        UUID message = UUID.randomUUID();
        MailFixtures.setStatus(address, MailDeliveryStatus.TAKEN, message);
        assertEquals(
                "<" + message + "@portal.example>",
                Mailbox.awaitMailsTo(address, 1).get(0).header("Message-ID"));
        Mailbox.waitForTwoPolls();
        assertEquals(1, Mailbox.mailsTo(address).size());
    }

    @Test
    void a_mail_that_a_dead_replica_was_handing_over_is_not_sent_again() {
        String address = addressWithDeferredMail();
        MailFixtures.setStatus(address, MailDeliveryStatus.SENDING, UUID.randomUUID());
        Eventually.isTrue(() -> status(address) == MailDeliveryStatus.OUTCOME_UNKNOWN);
        Mailbox.waitForTwoPolls();
        assertEquals(List.of(), Mailbox.mailsTo(address));
        assertEquals(List.of("1 unread"), NotificationsPage.badge(cast.consumer));
        NotificationsPage.open(cast.consumer).says("This notification may not have been mailed");
    }

    @Test
    void a_replica_that_only_seemed_dead_says_after_all_that_its_mail_went_out() {
        String address = MailFixtures.subscribe(cast.consumer, "silent-");
        cast.pending("slow");
        Eventually.isTrue(() -> status(address) == MailDeliveryStatus.SENDING);
        MailFixtures.makeDue(address);
        outbox.markOutcomeUnknown(); // as another replica would
        assertEquals(MailDeliveryStatus.OUTCOME_UNKNOWN, status(address));
        Eventually.isTrue(() -> MailFixtures.deliveries(address).isEmpty());
        Mailbox.waitForTwoPolls();
        assertEquals(1, Mailbox.mailsTo(address).size());
    }

    @Test
    void a_run_that_lost_its_mail_to_another_sends_nothing() {
        String address = addressWithDeferredMail();
        MailFixtures.setStatus(address, MailDeliveryStatus.SENDING, UUID.randomUUID()); // so that nobody else claims it
        Subscription to = Subscription.find("address", address).firstResult();
        MailDelivery lost = MailFixtures.deliveries(address).get(0);
        assertTrue(!outbox.markSending(new MailBatch(lost.message, UUID.randomUUID(), to, List.of())));
    }

    @Test
    void of_many_replicas_one_takes_a_mail() throws Exception {
        String address = addressWithDeferredMail();
        UUID subscription = MailFixtures.deliveries(address).get(0).subscription;
        for (int round = 0; round < 20; round++) {
            MailFixtures.setStatus(address, MailDeliveryStatus.TAKEN, UUID.randomUUID());
            List<Optional<MailBatch>> taken = runConcurrently(() -> outbox.claim(subscription));
            long held = taken.stream().flatMap(Optional::stream).count();
            assertTrue(held <= 1, held + " took it"); // none if the portal's own dispatcher was faster
        }
    }

    @Test
    void a_notice_of_the_same_number_in_another_region_is_left_alone() {
        cast.pending("twice");
        String account = cast.consumer.account;
        MailFixtures.executeUpdate(
                "insert into notice (region, id, account, topic, state, sender, image_id, image_name, at, mail_due_at)"
                        + " select 'ORD', id, account, topic, state, sender, image_id, image_name, at,"
                        + " timestamp with time zone '9999-01-01 00:00:00+00:00' from notice where region = 'DFW' and account = ?1",
                account);
        MailFixtures.executeUpdate("update notice set mail_due_at = at where region = 'DFW' and account = ?1", account);
        Eventually.isTrue(() -> regionsWithMailDue(account).equals(List.of("ORD")));
    }

    /** The regions with notifications whose deliveries are still to be created. */
    private static List<String> regionsWithMailDue(String account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Notification.getEntityManager()
                        .createNativeQuery(
                                "select region from notice where account = ?1 and mail_due_at is not null",
                                String.class)
                        .setParameter(1, account)
                        .getResultList());
    }

    /** A subscribed address with a mail that the server deferred. */
    private String addressWithDeferredMail() {
        String address = MailFixtures.subscribe(cast.consumer, "busy-");
        cast.pending("told");
        Eventually.isTrue(() -> MailFixtures.deliveries(address).stream().anyMatch(MailDelivery::isRetryScheduled));
        return address;
    }

    private static MailDeliveryStatus status(String address) {
        return MailFixtures.deliveries(address).stream()
                .findFirst()
                .map(MailDelivery::status)
                .orElse(null);
    }

    private static <T> List<T> runConcurrently(Callable<T> each) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(copy -> each).toList())) {
                done.add(one.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
