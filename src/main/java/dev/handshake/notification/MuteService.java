package dev.handshake.notification;

import dev.handshake.account.AccountNumbers;
import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Mutes accounts and mail. Affects the whole account, so it requires an admin. */
@ApplicationScoped
class MuteService {

    /** Per account. */
    static final int MAX_MUTES = 100;

    private final Clock clock;
    private final AccountNumbers numbers;

    MuteService(Clock clock, AccountNumbers numbers) {
        this.clock = clock;
        this.numbers = numbers;
    }

    /**
     * Mutes {@code sender}: its future notifications are kept, but neither counted nor mailed.
     *
     * @throws RefusedException {@link Reason#INVALID_ACCOUNT_NUMBER}; {@link Reason#CANNOT_MUTE_OWN_ACCOUNT};
     *     {@link Reason#TOO_MANY_MUTES}
     */
    @Transactional
    void mute(Actor actor, String sender) {
        actor.require(Role.ADMIN);
        if (!numbers.matches(sender)) {
            throw new RefusedException(Reason.INVALID_ACCOUNT_NUMBER);
        }
        if (sender.equals(actor.account())) {
            throw new RefusedException(Reason.CANNOT_MUTE_OWN_ACCOUNT);
        }
        if (Mute.count("account", actor.account()) >= MAX_MUTES) {
            throw new RefusedException(Reason.TOO_MANY_MUTES, MAX_MUTES);
        }
        save(actor, sender);
    }

    /** Mutes all mail of the account, whoever subscribed, and cancels waiting mail. */
    @Transactional
    void muteMail(Actor actor) {
        actor.require(Role.ADMIN);
        save(actor, Mute.ALL_MAIL);
        MailDeliveryQueries.deleteWaiting(actor.account());
    }

    private void save(Actor actor, String sender) {
        if (Mute.findById(new Mute.Key(actor.account(), sender)) == null) {
            Mute.create(actor, sender, clock.instant()).persist();
        }
    }

    @Transactional
    void unmute(Actor actor, String sender) {
        actor.require(Role.ADMIN);
        Mute.deleteById(new Mute.Key(actor.account(), sender));
    }

    @Transactional
    void unmuteMail(Actor actor) {
        unmute(actor, Mute.ALL_MAIL);
    }
}
