package dev.handshake.account;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jboss.logging.MDC;

/** Who asks, in this request. Every door asks here and nowhere else. */
@RequestScoped
@Named("current")
public class CurrentAccount {

    private final SecurityIdentity identity;
    private final SignedIn signedIn;
    private User user;

    CurrentAccount(SecurityIdentity identity, SignedIn signedIn) {
        this.identity = identity;
        this.signedIn = signedIn;
    }

    /** @throws Refused when the sign-in says no account, role or region */
    public User user() {
        if (user == null) {
            user = signedIn.read(identity);
            MDC.put("account", user.account()); // in every line of the log that is about this request
        }
        return user;
    }

    /**
     * The person at work in {@code region}.
     *
     * @throws Refused {@link Reason#NOT_FOUND} where the account has no such region
     */
    public Actor in(String region) {
        if (!user().regions().contains(region)) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return user().in(region);
    }

    /**
     * One of the provider's staff at the desk, where it sees what a case is about whoever owns it.
     *
     * @throws Refused {@link Reason#NOT_FOUND} for everybody else
     */
    public Actor atDesk(String region) {
        in(region);
        if (!user().isOperator()) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return user().atDesk(region);
    }

    /** The user where the sign-in is complete, else null: for the head of pages that anybody may get. */
    public User getUserOrNull() {
        try {
            return identity.isAnonymous() ? null : user();
        } catch (Refused incomplete) {
            return null;
        }
    }
}
