package dev.handshake.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import java.util.function.Function;

/** Mail to the provider's own desk ({@code handshake.abuse.mail-to}), through the same outbox as everybody's. */
@ApplicationScoped
public class AbuseDeskMailer {

    /** Nobody signs in as this account: a number holds no blank. */
    private static final String DESK_ACCOUNT = "the desk";

    private final Optional<String> address;
    private final NotificationMailConfig mail;
    private final Event<NotificationRequest> requests;

    AbuseDeskMailer(AbuseConfig config, NotificationMailConfig mail, Event<NotificationRequest> requests) {
        this.address = config.mailTo();
        this.mail = mail;
        this.requests = requests;
    }

    /**
     * In the caller's transaction.
     *
     * @param word made for the account that is given
     */
    public void send(Function<String, NotificationRequest> word) {
        if (mail.enabled() && address.isPresent()) {
            NotificationRequest said = word.apply(DESK_ACCOUNT);
            if (Subscription.findByAddress(DESK_ACCOUNT, address.get()).isEmpty()) {
                Subscription.create(DESK_ACCOUNT, address.get(), said.at()).persist();
            }
            requests.fire(said);
        }
    }
}
