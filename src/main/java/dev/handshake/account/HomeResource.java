package dev.handshake.account;

import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /} redirects to the account's first region; {@code /signed-out} is where sign-out ends. */
@Path("/")
@Authenticated
public class HomeResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance signedOut();
    }

    private final CurrentUser current;

    HomeResource(CurrentUser current) {
        this.current = current;
    }

    @GET
    public Response home() {
        return Response.seeOther(Urls.images(current.user().firstRegion())).build();
    }

    @GET
    @Path("signed-out")
    @PermitAll
    public TemplateInstance signedOut() {
        return Templates.signedOut();
    }
}
