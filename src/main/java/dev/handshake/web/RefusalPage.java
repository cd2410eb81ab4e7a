package dev.handshake.web;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The page that says no, and the one that says that something broke: a sentence for the person, never a stack trace. */
@Singleton
public class RefusalPage {

    private static final Logger LOG = Logger.getLogger(RefusalPage.class);

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance refused(String title, String sentence, String help);

        static native TemplateInstance broken(String number, String support);
    }

    private final String support;

    RefusalPage(@ConfigProperty(name = "handshake.support") String support) {
        this.support = support;
    }

    @ServerExceptionMapper
    public Response refused(Refused no) {
        int status = no.reason().status();
        String help = no.reason().isIncompleteSignIn()
                ? "Ask " + support + " to add it to your sign-in, then sign out and in again."
                : null;
        return page(status, Templates.refused(status == 404 ? "Not found" : "Not possible", no.sentence(), help));
    }

    @ServerExceptionMapper
    public Response nothingThere(NotFoundException unknown) {
        return refused(new Refused(Reason.NOT_FOUND));
    }

    @ServerExceptionMapper
    public Response onlyPosts(NotAllowedException method) {
        String sentence =
                "This address only takes what a button sends. Nothing was changed: if you just signed in again, "
                        + "go back to the page and press the button once more.";
        return page(405, Templates.refused("Nothing was changed", sentence, null));
    }

    @ServerExceptionMapper
    public Response unreadable(WebApplicationException request) {
        int status = request.getResponse().getStatus();
        return status >= 500
                ? broke(request)
                : page(status, Templates.refused("Not readable", "The request cannot be read.", null));
    }

    /** Two changes of the same thing met, and the database let one of them pass. */
    @ServerExceptionMapper
    public Response met(ConstraintViolationException other) {
        return refused(new Refused(Reason.CONFLICT));
    }

    @ServerExceptionMapper
    public Response broke(Throwable cause) {
        String number = UUID.randomUUID().toString();
        LOG.errorf(cause, "Failure %s", number);
        return page(500, Templates.broken(number, support));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }
}
