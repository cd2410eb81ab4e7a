package dev.handshake.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends mail to the provider's abuse desk ({@code handshake.abuse.mail-to}), through the same outbox as all other mail.
 */
@ApplicationScoped
public class AbuseDeskMailer {

    /** Nobody can sign in as this account, since account numbers contain no spaces. */
    private static final String DESK_ACCOUNT = "abuse reports";

    private final Optional<String> address;
    private final NotificationMailConfig mail;
    private final Event<NotificationRequest> requests;

    AbuseDeskMailer(AbuseConfig config, NotificationMailConfig mail, Event<NotificationRequest> requests) {
        this.address = config.mailTo();
        this.mail = mail;
        this.requests = requests;
    }

    /**
     * Runs in the caller's transaction.
     *
     * @param word creates the notification for the given account
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
