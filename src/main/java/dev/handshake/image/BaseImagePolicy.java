package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who makes base images: the provider's account ({@code handshake.provider.account}) and its operators. */
@ApplicationScoped
public class BaseImagePolicy {

    private final Optional<String> providerAccount;

    BaseImagePolicy(@ConfigProperty(name = "handshake.provider.account") Optional<String> providerAccount) {
        this.providerAccount = providerAccount;
    }

    /** Whether what the actor brings in is a base image unless it says otherwise. */
    public boolean isProvider(Actor actor) {
        return providerAccount.filter(actor.account()::equals).isPresent();
    }

    /**
     * @throws RefusedException {@link Reason#PUBLIC_VISIBILITY_NOT_ALLOWED} where the actor makes or unmakes a base
     *     image and is not the provider
     */
    public void requireVisibilityChangeAllowed(Actor actor, Visibility from, Visibility to) {
        boolean publishes = from != to && (from == Visibility.PUBLIC || to == Visibility.PUBLIC);
        if (publishes && !isProvider(actor) && !actor.isOperator()) {
            throw new RefusedException(Reason.PUBLIC_VISIBILITY_NOT_ALLOWED);
        }
    }
}
