package dev.handshake.account;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.region.Regions;
import dev.handshake.web.Text;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Reads a {@link User} from the claims of a verified token. A claim may be one word, several in one string, or a list.
 */
@ApplicationScoped
class ClaimsReader {

    /** The role of the cloud's compute service. */
    private static final String COMPUTE = "compute";

    /** Not configurable: OpenID Connect defines this name. */
    private static final String MAIL_VERIFIED = "email_verified";

    private final ClaimsConfig names;
    private final AccountNumbers numbers;
    private final Regions regions;

    ClaimsReader(ClaimsConfig names, AccountNumbers numbers, Regions regions) {
        this.names = names;
        this.numbers = numbers;
        this.regions = regions;
    }

    /**
     * At the pages, operators act with their role in their own account, except on the pages of abuse reports.
     *
     * @throws RefusedException as below
     */
    User read(SecurityIdentity identity) {
        boolean isAtPages = identity.getCredential(IdTokenCredential.class) != null;
        return read((JsonWebToken) identity.getPrincipal(), isAtPages ? Role.accountRoles() : List.of(Role.values()));
    }

    /**
     * @param known the accepted roles, lowest first
     * @throws RefusedException if account, role or region is missing: {@link Reason#NO_ACCOUNT} and the reasons after
     *     it
     */
    User read(JsonWebToken token, List<Role> known) {
        List<String> roles = claimWords(token, names.role())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        boolean isCompute = roles.contains(COMPUTE);
        boolean isOperator = roles.contains(Role.OPERATOR.label());
        Role role = role(roles, known, isCompute || isOperator);
        return new User(account(token), name(token), role, regions(token), isCompute, isOperator, mail(token));
    }

    private String account(JsonWebToken token) {
        List<String> said = claimWords(token, names.account()).distinct().toList();
        if (said.size() != 1) {
            throw new RefusedException(said.isEmpty() ? Reason.NO_ACCOUNT : Reason.SEVERAL_ACCOUNTS, names.account());
        }
        if (!numbers.matches(said.get(0))) {
            throw new RefusedException(Reason.MALFORMED_ACCOUNT, names.account());
        }
        return said.get(0);
    }

    /** The highest role held. The compute service and operators without any account role are observers. */
    private Role role(List<String> held, List<Role> known, boolean isProviders) {
        return known.stream()
                .filter(role -> held.contains(role.label()))
                .reduce((lower, higher) -> higher)
                .or(() -> Optional.of(Role.OBSERVER).filter(observer -> isProviders))
                .orElseThrow(() -> new RefusedException(Reason.NO_ROLE, names.role()));
    }

    private List<String> regions(JsonWebToken token) {
        List<String> served =
                regions.filterServed(claimWords(token, names.regions()).toList());
        if (served.isEmpty()) {
            throw new RefusedException(Reason.NO_REGION, names.regions());
        }
        return served;
    }

    private MailAddress mail(JsonWebToken token) {
        String verified = claimText(token, MAIL_VERIFIED).orElse(null);
        return claimText(token, names.email())
                .map(address -> MailAddress.parse(address, verified))
                .orElse(null);
    }

    private static Optional<String> claimText(JsonWebToken token, String claim) {
        return Optional.ofNullable(token.<Object>getClaim(claim)).map(ClaimsReader::text);
    }

    private String name(JsonWebToken token) {
        String name =
                claimText(token, names.name()).filter(text -> !text.isBlank()).orElse(token.getName());
        return Text.truncate(255, name);
    }

    private static Stream<String> claimWords(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        Stream<?> parts = value instanceof Collection<?> list ? list.stream() : Stream.ofNullable(value);
        return parts.map(ClaimsReader::text).flatMap(text -> AccountNumbers.split(text).stream());
    }

    private static String text(Object value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
