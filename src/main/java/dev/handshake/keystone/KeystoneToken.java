package dev.handshake.keystone;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What Keystone said of a token, as the claims that any sign-in carries.
 *
 * @param roles as Keystone calls them
 */
public record KeystoneToken(String name, Map<String, Object> claims, Set<String> roles) implements JsonWebToken {

    /** The same person, for whom a service of the cloud asks. */
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
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
    public <T> T getClaim(String claim) {
        return (T) claims.get(claim);
    }
}
