package dev.handshake.api;

import dev.handshake.account.CurrentUser;
import dev.handshake.account.User;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * {@code /v2/account} below any region, and {@code /account} for requests with a token: the account, role and regions
 * of the token, so that a script can check them before it acts.
 */
@Path("/{region}/v2/account")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class AccountApi {

    record AccountBody(String account, String name, String role, List<String> regions) {}

    private final CurrentUser current;

    AccountApi(CurrentUser current) {
        this.current = current;
    }

    @GET
    public AccountBody show() {
        User user = current.user();
        return new AccountBody(user.account(), user.name(), user.role().label(), user.regions());
    }
}
