package dev.handshake.account;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jboss.logging.MDC;

/** Who asks, in this request. Every door asks here and nowhere else. */
@RequestScoped
@Named("current")
public class CurrentUser {

    private final SecurityIdentity identity;
    private final ClaimsReader claimsReader;
    private User user;

    CurrentUser(SecurityIdentity identity, ClaimsReader claimsReader) {
        this.identity = identity;
        this.claimsReader = claimsReader;
    }

    /** @throws RefusedException when the sign-in says no account, role or region */
    public User user() {
        if (user == null) {
            user = claimsReader.read(identity);
            MDC.put("account", user.account()); // in every line of the log that is about this request
        }
        return user;
    }

    /**
     * The person at work in {@code region}.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} where the account has no such region
     */
    public Actor actorIn(String region) {
        if (!user().regions().contains(region)) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        return user().actorIn(region);
    }

    /**
     * One of the provider's staff at the desk, where it sees what a case is about whoever owns it.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} for everybody else
     */
    public Actor operatorIn(String region) {
        actorIn(region);
        if (!user().isOperator()) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        return user().operatorIn(region);
    }

    /** The user where the sign-in is complete, else null: for the head of pages that anybody may get. */
    public User getUserOrNull() {
        try {
            return identity.isAnonymous() ? null : user();
        } catch (RefusedException incomplete) {
            return null;
        }
    }
}
