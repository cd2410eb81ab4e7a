package dev.handshake.account;

import dev.handshake.refusal.Refused;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who sent a request, for filters behind sign-in; resources ask {@link CurrentAccount}. */
@ApplicationScoped
public class RequestUser {

    private static final String KNOWN = RequestUser.class.getName();

    private final SignedIn signedIn;

    RequestUser(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /** The user, or empty where nobody signed in or the sign-in lacks something. */
    public Optional<User> of(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous()) {
            return Optional.empty();
        }
        User known = request.get(KNOWN);
        return Optional.ofNullable(known != null ? known : read(request, user.getSecurityIdentity()));
    }

    private User read(RoutingContext request, SecurityIdentity identity) {
        try {
            User read = signedIn.read(identity);
            request.put(KNOWN, read);
            return read;
        } catch (Refused incomplete) {
            return null;
        }
    }
}
