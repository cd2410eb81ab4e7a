package dev.handshake.account;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jboss.logging.MDC;

/** The user of the current request, for resources of pages and API alike. */
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

    /** @throws RefusedException if the account, role or region claim is missing */
    public User user() {
        if (user == null) {
            user = claimsReader.read(identity);
            MDC.put("account", user.account()); // in all log lines of this request
        }
        return user;
    }

    /**
     * The user acting in {@code region}.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} if the account does not have the region
     */
    public Actor actorIn(String region) {
        if (!user().regions().contains(region)) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        return user().actorIn(region);
    }

    /**
     * The user acting as operator on the pages of abuse reports, where images of all accounts are visible.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} for anyone who is not an operator
     */
    public Actor operatorIn(String region) {
        actorIn(region);
        if (!user().isOperator()) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        return user().operatorIn(region);
    }

    /** The user if the sign-in is complete, otherwise null; for the header of public pages. */
    public User getUserOrNull() {
        try {
            return identity.isAnonymous() ? null : user();
        } catch (RefusedException incomplete) {
            return null;
        }
    }
}
