package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who may create base images: the provider's account ({@code handshake.provider.account}) and operators. */
@ApplicationScoped
public class BaseImagePolicy {

    private final Optional<String> providerAccount;

    BaseImagePolicy(ImageConfig config) {
        this.providerAccount = config.providerAccount();
    }

    /** Whether the actor's new images are base images by default. */
    public boolean isProvider(Actor actor) {
        return providerAccount.filter(actor.account()::equals).isPresent();
    }

    /**
     * @throws RefusedException {@link Reason#PUBLIC_VISIBILITY_NOT_ALLOWED} if the change makes an image public or no
     *     longer public and the actor is neither the provider nor an operator
     */
    public void requireVisibilityChangeAllowed(Actor actor, Visibility from, Visibility to) {
        boolean publishes = from != to && (from == Visibility.PUBLIC || to == Visibility.PUBLIC);
        if (publishes && !isProvider(actor) && !actor.isOperator()) {
            throw new RefusedException(Reason.PUBLIC_VISIBILITY_NOT_ALLOWED);
        }
    }
}
