package dev.handshake.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.Mails;
import dev.handshake.Patience;
import dev.handshake.PortalTest;
import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.sharing.MembershipService;
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

/** A replica dies between what it writes and what it sends; here it is only said to be dead. */
@PortalTest
class OutboxTest {

    private final Cast cast = new Cast();

    @Inject
    Outbox outbox;

    @Inject
    MembershipService memberships;

    @Test
    void what_is_taken_back_with_its_transaction_is_told_to_nobody() {
        String address = Post.subscribed(cast.consumer, "iris-");
        UUID image = cast.image("undone");
        Actor owner = new Actor(cast.producer.account, "Nora", Role.ADMIN, "DFW");
        QuarkusTransaction.begin();
        memberships.offer(owner, image, cast.consumer.account);
        QuarkusTransaction.rollback();
        assertEquals(List.of(), Told.words(cast.consumer));
        Mails.rounds();
        assertEquals(List.of(), Mails.to(address));
    }

    @Test
    void a_mail_that_a_dead_replica_had_taken_up_is_sent_by_another_once() {
        String address = busy();
        UUID message = UUID.randomUUID();
        Post.are(address, MailingStatus.TAKEN, message);
        assertEquals(
                "<" + message + "@portal.example>", Mails.to(address, 1).get(0).header("Message-ID"));
        Mails.rounds();
        assertEquals(1, Mails.to(address).size());
    }

    @Test
    void a_mail_that_a_dead_replica_was_handing_over_is_not_sent_again() {
        String address = busy();
        Post.are(address, MailingStatus.SENDING, UUID.randomUUID());
        Patience.until(() -> status(address) == MailingStatus.DOUBTFUL);
        Mails.rounds();
        assertEquals(List.of(), Mails.to(address));
        assertEquals(List.of("1 unread"), Told.bell(cast.consumer));
        Told.page(cast.consumer).says("It is not known whether a mail of this went out");
    }

    @Test
    void a_replica_that_only_seemed_dead_says_after_all_that_its_mail_went_out() {
        String address = Post.subscribed(cast.consumer, "silent-");
        cast.pending("slow");
        Patience.until(() -> status(address) == MailingStatus.SENDING);
        Post.isDue(address);
        outbox.doubt(); // as another replica does
        assertEquals(MailingStatus.DOUBTFUL, status(address));
        Patience.until(() -> Post.mailings(address).isEmpty());
        Mails.rounds();
        assertEquals(1, Mails.to(address).size());
    }

    @Test
    void a_run_that_lost_its_mail_to_another_sends_nothing() {
        String address = busy();
        Post.are(address, MailingStatus.SENDING, UUID.randomUUID()); // nobody else takes it
        Subscription to = Subscription.find("address", address).firstResult();
        Mailing lost = Post.mailings(address).get(0);
        assertTrue(!outbox.hand(new Parcel(lost.message, UUID.randomUUID(), to, List.of())));
    }

    @Test
    void of_many_replicas_one_takes_a_mail() throws Exception {
        String address = busy();
        UUID subscription = Post.mailings(address).get(0).subscription;
        for (int round = 0; round < 20; round++) {
            Post.are(address, MailingStatus.TAKEN, UUID.randomUUID());
            List<Optional<Parcel>> taken = rush(() -> outbox.take(subscription));
            long held = taken.stream().flatMap(Optional::stream).count();
            assertTrue(held <= 1, held + " took it"); // none where the portal's own postman was faster
        }
    }

    @Test
    void a_notice_of_the_same_number_in_another_region_is_left_alone() {
        cast.pending("twice");
        String account = cast.consumer.account;
        Post.runs(
                "insert into notice (region, id, account, topic, state, sender, image_id, image_name, at, mail_due_at)"
                        + " select 'ORD', id, account, topic, state, sender, image_id, image_name, at,"
                        + " timestamp with time zone '9999-01-01 00:00:00+00:00' from notice where region = 'DFW' and account = ?1",
                account);
        Post.runs("update notice set mail_due_at = at where region = 'DFW' and account = ?1", account);
        Patience.until(() -> toMail(account).equals(List.of("ORD")));
    }

    /** The regions where it is still to be written down to whom something goes. */
    private static List<String> toMail(String account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Notice.getEntityManager()
                        .createNativeQuery(
                                "select region from notice where account = ?1 and mail_due_at is not null",
                                String.class)
                        .setParameter(1, account)
                        .getResultList());
    }

    /** Somebody to whom one mail is to go, whom the server told to come back later. */
    private String busy() {
        String address = Post.subscribed(cast.consumer, "busy-");
        cast.pending("told");
        Patience.until(() -> Post.mailings(address).stream().anyMatch(Mailing::isPutOff));
        return address;
    }

    private static MailingStatus status(String address) {
        return Post.mailings(address).stream().findFirst().map(Mailing::status).orElse(null);
    }

    private static <T> List<T> rush(Callable<T> each) throws Exception {
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
