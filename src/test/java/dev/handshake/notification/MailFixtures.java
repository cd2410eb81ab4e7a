package dev.handshake.notification;

import dev.handshake.testing.Cast;
import dev.handshake.testing.TestUser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody who gets mail, and the outbox behind the portal's back. */
class MailFixtures {

    /** An address that nobody had before, with which {@code person} signs in. */
    static String newAddress(TestUser testUser, String begin) {
        String address = begin + Cast.newAccountNumber() + "@mail.example";
        testUser.withClaim("email", address);
        return address;
    }

    /** The same, and notices go there. */
    static String subscribe(TestUser testUser, String begin) {
        String address = newAddress(testUser, begin);
        testUser.opens("/DFW/notices/wishes")
                .presses("Send notices to " + address)
                .is(200)
                .says("go to " + address);
        return address;
    }

    /** The rows that are on their way to {@code address}. */
    static List<MailDelivery> deliveries(String address) {
        return QuarkusTransaction.requiringNew()
                .call(() -> MailDelivery.list(
                        "subscription in (select id from Subscription where address = ?1) order by notificationId",
                        address));
    }

    /** Makes them what a dead replica left, or due at once. */
    static void setStatus(String address, MailDeliveryStatus status, UUID message) {
        QuarkusTransaction.requiringNew()
                .run(() -> MailDelivery.getEntityManager()
                        .createQuery(
                                "update MailDelivery set status = ?1, message = ?2, lease.holder = ?3, lease.until = ?4"
                                        + " where subscription in (select id from Subscription where address = ?5)")
                        .setParameter(1, status)
                        .setParameter(2, message)
                        .setParameter(3, UUID.randomUUID())
                        .setParameter(4, Instant.EPOCH)
                        .setParameter(5, address)
                        .executeUpdate());
    }

    /** Time passes: what waits is due, and who is at it counts as dead. */
    static void makeDue(String address) {
        QuarkusTransaction.requiringNew()
                .run(() -> MailDelivery.getEntityManager()
                        .createQuery("update MailDelivery set lease.until = ?1"
                                + " where subscription in (select id from Subscription where address = ?2)")
                        .setParameter(1, Instant.EPOCH)
                        .setParameter(2, address)
                        .executeUpdate());
    }

    /**
     * Behind everybody's back.
     *
     * @param sql with {@code ?1} for the account
     */
    static void executeUpdate(String sql, String account) {
        QuarkusTransaction.requiringNew()
                .run(() -> Notification.getEntityManager()
                        .createNativeQuery(sql)
                        .setParameter(1, account)
                        .executeUpdate());
    }
}
