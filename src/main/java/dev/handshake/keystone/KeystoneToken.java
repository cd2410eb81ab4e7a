package dev.handshake.keystone;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A Keystone token, represented by the same claims as an OIDC token.
 *
 * @param roles Keystone's names of the roles
 */
public record KeystoneToken(String name, Map<String, Object> claims, Set<String> roles) implements JsonWebToken {

    /** Returns the token with an additional role, for a service acting for the user. */
    KeystoneToken withRole(String service, String roleClaim) {
        Set<Object> held = new TreeSet<>((Set<?>) claims.get(roleClaim));
        held.add(service);
        Map<String, Object> more = new TreeMap<>(claims);
        more.put(roleClaim, held);
        return new KeystoneToken(name, more, roles);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // required by the interface
    public <T> T getClaim(String claim) {
        return (T) claims.get(claim);
    }
}
