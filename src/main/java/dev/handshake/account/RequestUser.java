package dev.handshake.account;

import dev.handshake.refusal.Refused;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who sent a request, for filters behind sign-in; resources ask {@link CurrentAccount}. */
@ApplicationScoped
public class RequestUser {

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
        try {
            return Optional.of(signedIn.read(user.getSecurityIdentity()));
        } catch (Refused incomplete) {
            return Optional.empty();
        }
    }
}
