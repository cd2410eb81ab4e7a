package dev.handshake.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** {@code /account}: the account number to give to producers, regions, the user's role, and how to use the API. */
@Path("/account")
@Authenticated
public class AccountResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(User user, List<Role> roles, String base);
    }

    private final CurrentUser current;

    AccountResource(CurrentUser current) {
        this.current = current;
    }

    @GET
    public TemplateInstance show(UriInfo asked) {
        return Templates.show(
                current.user(), Role.accountRoles(), asked.getBaseUri().toString());
    }
}
