package dev.handshake.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mail to the provider's own desk ({@code handshake.abuse.address}), through the same outbox as everybody's. */
@ApplicationScoped
public class DeskMail {

    /** Nobody signs in as this account: a number holds no blank. */
    private static final String ACCOUNT = "the desk";

    private final Optional<String> address;
    private final MailSwitch mail;
    private final Event<Word> words;

    DeskMail(
            @ConfigProperty(name = "handshake.abuse.address") Optional<String> address,
            MailSwitch mail,
            Event<Word> words) {
        this.address = address;
        this.mail = mail;
        this.words = words;
    }

    /**
     * In the caller's transaction.
     *
     * @param word made for the account that is given
     */
    public void send(Function<String, Word> word) {
        if (mail.isOn() && address.isPresent()) {
            Word said = word.apply(ACCOUNT);
            if (Subscription.of(ACCOUNT, address.get()).isEmpty()) {
                Subscription.of(ACCOUNT, address.get(), said.at()).persist();
            }
            words.fire(said);
        }
    }
}
