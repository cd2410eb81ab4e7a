package dev.handshake.notice;

import dev.handshake.account.AccountNumbers;
import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** What an account wants to hear nothing of. That binds the whole account, so that an admin decides. */
@ApplicationScoped
class Muting {

    /** Accounts that one account can mute. */
    static final int MOST = 100;

    private final Clock clock;
    private final AccountNumbers numbers;

    Muting(Clock clock, AccountNumbers numbers) {
        this.clock = clock;
        this.numbers = numbers;
    }

    /**
     * Notices of what {@code sender} does from now on are kept, but neither counted nor mailed.
     *
     * @throws Refused {@link Reason#NOT_A_NUMBER}; {@link Reason#MUTES_ITSELF}; {@link Reason#TOO_MANY_MUTED}
     */
    @Transactional
    void mute(Actor actor, String sender) {
        actor.must(Role.ADMIN);
        if (!numbers.matches(sender)) {
            throw new Refused(Reason.NOT_A_NUMBER);
        }
        if (sender.equals(actor.account())) {
            throw new Refused(Reason.MUTES_ITSELF);
        }
        if (Mute.count("account", actor.account()) >= MOST) {
            throw new Refused(Reason.TOO_MANY_MUTED, MOST);
        }
        keep(actor, sender);
    }

    /** From now on no notice of the account goes out by mail, whoever asked for it; what waits to go out does not. */
    @Transactional
    void muteMail(Actor actor) {
        actor.must(Role.ADMIN);
        keep(actor, Mute.ALL_MAIL);
        MailingList.drop(actor.account());
    }

    private void keep(Actor actor, String sender) {
        if (Mute.findById(new Mute.Key(actor.account(), sender)) == null) {
            Mute.of(actor, sender, clock.instant()).persist();
        }
    }

    @Transactional
    void unmute(Actor actor, String sender) {
        actor.must(Role.ADMIN);
        Mute.deleteById(new Mute.Key(actor.account(), sender));
    }

    @Transactional
    void unmuteMail(Actor actor) {
        unmute(actor, Mute.ALL_MAIL);
    }
}
