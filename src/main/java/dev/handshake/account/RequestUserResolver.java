package dev.handshake.account;

import dev.handshake.error.RefusedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The user of a request, for filters after authentication; resources use {@link CurrentUser}. */
@ApplicationScoped
public class RequestUserResolver {

    private static final String KEY = RequestUserResolver.class.getName();

    private final ClaimsReader claimsReader;

    RequestUserResolver(ClaimsReader claimsReader) {
        this.claimsReader = claimsReader;
    }

    /** The user, or empty if the request is anonymous or its claims are incomplete. */
    public Optional<User> resolve(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous()) {
            return Optional.empty();
        }
        User known = request.get(KEY);
        return Optional.ofNullable(known != null ? known : read(request, user.getSecurityIdentity()));
    }

    private User read(RoutingContext request, SecurityIdentity identity) {
        try {
            User read = claimsReader.read(identity);
            request.put(KEY, read);
            return read;
        } catch (RefusedException incomplete) {
            return null;
        }
    }
}
