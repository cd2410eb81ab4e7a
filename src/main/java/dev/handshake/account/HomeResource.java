package dev.handshake.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/**
 * The way in and the way out: {@code /} leads to the account's first region, {@code /signed-out} is where sign-out
 * ends.
 */
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
        return Response.seeOther(UriBuilder.fromPath("/{region}/images")
                        .build(current.user().firstRegion()))
                .build();
    }

    @GET
    @Path("signed-out")
    @PermitAll
    public TemplateInstance signedOut() {
        return Templates.signedOut();
    }
}
