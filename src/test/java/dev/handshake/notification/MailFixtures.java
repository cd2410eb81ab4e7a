package dev.handshake.notification;

import dev.handshake.testing.Cast;
import dev.handshake.testing.TestUser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Mail addresses of test users, and direct access to the outbox. */
class MailFixtures {

    /** Gives the user a new mail address in its claims. */
    static String newAddress(TestUser testUser, String begin) {
        String address = begin + Cast.newAccountNumber() + "@mail.example";
        testUser.withClaim("email", address);
        return address;
    }

    /** Same, and subscribes it to notifications. */
    static String subscribe(TestUser testUser, String begin) {
        String address = newAddress(testUser, begin);
        testUser.opens("/DFW/notifications/settings")
                .presses("Send notifications to " + address)
                .is(200)
                .says("sent to " + address);
        return address;
    }

    /** The pending deliveries to {@code address}. */
    static List<MailDelivery> deliveries(String address) {
        return QuarkusTransaction.requiringNew()
                .call(() -> MailDelivery.list(
                        "subscription in (select id from Subscription where address = ?1) order by notificationId",
                        address));
    }

    /** Sets the state a dead replica would have left. */
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

    /** Makes waiting deliveries due and lets leases expire. */
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
     * Runs SQL directly.
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
