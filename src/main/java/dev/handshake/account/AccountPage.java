package dev.handshake.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** {@code /account}: the number to give to a producer, the regions, the role and what it may do. */
@Path("/account")
@Authenticated
public class AccountPage {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(User user, Role[] roles);
    }

    private final CurrentAccount current;

    AccountPage(CurrentAccount current) {
        this.current = current;
    }

    @GET
    public TemplateInstance show() {
        return Templates.show(current.user(), Role.values());
    }
}
