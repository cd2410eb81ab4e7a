package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who makes base images: the provider's account ({@code handshake.provider.account}) and its operators. */
@ApplicationScoped
public class Provider {

    private final Optional<String> account;

    Provider(@ConfigProperty(name = "handshake.provider.account") Optional<String> account) {
        this.account = account;
    }

    /** Whether what the actor brings in is a base image unless it says otherwise. */
    boolean isAccountOf(Actor actor) {
        return account.filter(actor.account()::equals).isPresent();
    }

    /**
     * @throws RefusedException {@link Reason#PUBLIC_VISIBILITY_NOT_ALLOWED} where the actor makes or unmakes a base
     *     image and is not the provider
     */
    void mustAllow(Actor actor, Visibility from, Visibility to) {
        boolean publishes = from != to && (from == Visibility.PUBLIC || to == Visibility.PUBLIC);
        if (publishes && !isAccountOf(actor) && !actor.isOperator()) {
            throw new RefusedException(Reason.PUBLIC_VISIBILITY_NOT_ALLOWED);
        }
    }
}
