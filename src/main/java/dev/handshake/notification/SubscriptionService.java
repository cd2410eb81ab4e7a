package dev.handshake.notification;

import dev.handshake.account.Actor;
import dev.handshake.account.MailAddress;
import dev.handshake.account.Role;
import dev.handshake.account.User;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Mail subscriptions of an account. Users subscribe only their own address from their sign-in, so that nobody gets
 * unsolicited mail.
 */
@ApplicationScoped
public class SubscriptionService {

    /** Per account. */
    static final int MAX_ADDRESSES = 50;

    private final Clock clock;
    private final NotificationMailConfig mail;

    SubscriptionService(Clock clock, NotificationMailConfig mail) {
        this.clock = clock;
        this.mail = mail;
    }

    /**
     * @throws RefusedException {@link Reason#MAIL_DISABLED}; {@link Reason#NO_VERIFIED_MAIL_ADDRESS};
     *     {@link Reason#TOO_MANY_MAIL_ADDRESSES}
     */
    @Transactional
    public void subscribe(User user) {
        if (!mail.enabled()) {
            throw new RefusedException(Reason.MAIL_DISABLED);
        }
        MailAddress address = user.mail();
        if (address == null || !address.isVerified()) {
            throw new RefusedException(Reason.NO_VERIFIED_MAIL_ADDRESS);
        }
        if (Subscription.count("account", user.account()) >= MAX_ADDRESSES) {
            throw new RefusedException(Reason.TOO_MANY_MAIL_ADDRESSES, MAX_ADDRESSES);
        }
        if (Subscription.findByAddress(user.account(), address.address()).isEmpty()) {
            Subscription.create(user, clock.instant()).persist();
        }
    }

    /**
     * Removes a subscription: the user's own, or any of the account for an admin.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} if the account has no such subscription
     */
    @Transactional
    void unsubscribe(Actor actor, MailAddress own, UUID id) {
        Subscription subscription = Subscription.<Subscription>findByIdOptional(id)
                .filter(each -> each.account.equals(actor.account()))
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
        if (own == null || !subscription.hasAddress(own.address())) {
            actor.require(Role.ADMIN);
        }
        subscription.delete();
    }

    /** Removes a subscription by the id in its mails. */
    @Transactional
    void unsubscribe(UUID id) {
        Subscription.deleteById(id);
    }
}
