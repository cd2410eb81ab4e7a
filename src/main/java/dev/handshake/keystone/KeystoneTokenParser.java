package dev.handshake.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.account.ClaimsConfig;
import dev.handshake.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Parses Keystone's response about a token into this portal's claims: the project is the account. */
@ApplicationScoped
class KeystoneTokenParser {

    /** The compute service's role, as in {@link dev.handshake.account.ClaimsReader}. */
    private static final String COMPUTE = "compute";

    private static final String EXPIRES = "expires";

    private final KeystoneConfig settings;
    private final ClaimsConfig claims;
    private final Regions regions;
    private final ObjectMapper json;
    private final Clock clock;

    KeystoneTokenParser(KeystoneConfig settings, ClaimsConfig claims, Regions regions, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.claims = claims;
        this.regions = regions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @throws InvalidTokenException if Keystone rejected the token
     * @throws IOException if the response does not tell
     */
    KeystoneToken parse(int status, String body) throws IOException {
        if (status >= 400 && status < 500 && status != 408 && status != 429) {
            throw new InvalidTokenException();
        }
        JsonNode token = status == 200 ? json.readTree(body).path("token") : null;
        if (token == null || !token.isObject()) {
            throw new IOException("Keystone answered " + status);
        }
        return token(token);
    }

    private KeystoneToken token(JsonNode said) throws IOException {
        Set<String> held =
                said.findPath("roles").findValuesAsText("name").stream().collect(Collectors.toCollection(TreeSet::new));
        String name = said.path("user").path("name").asText("somebody");
        Map<String, Object> told = new TreeMap<>();
        told.put(claims.name(), name);
        told.put(claims.role(), mapRoles(held));
        told.put(claims.regions(), settings.regions().orElse(regions.all()));
        told.put(EXPIRES, parseTime(said.path("expires_at").asText()));
        if (said.path("project").hasNonNull("id")) {
            told.put(claims.account(), said.path("project").path("id").asText());
        }
        return new KeystoneToken(name, told, held);
    }

    private Set<String> mapRoles(Set<String> there) {
        return there.stream()
                .map(role -> settings.roles().getOrDefault(role, role.equals(COMPUTE) ? COMPUTE : ""))
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Instant parseTime(String text) throws IOException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unclear) {
            throw new IOException("Keystone's token ends at no time", unclear);
        }
    }

    /** @throws InvalidTokenException if the token expired, even if it is cached */
    KeystoneToken requireUnexpired(KeystoneToken token) {
        if (!clock.instant().isBefore(token.getClaim(EXPIRES))) {
            throw new InvalidTokenException();
        }
        return token;
    }

    /** Whether the token is one of the cloud's services. */
    boolean isService(KeystoneToken token) {
        return token.roles().contains(settings.serviceRole());
    }

    /** The user's token as used by the compute service. */
    KeystoneToken asCompute(KeystoneToken user) {
        return user.withRole(COMPUTE, claims.role());
    }
}
