package dev.handshake.web;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The page that says no, and the one that says that something broke: a sentence for the person, never a stack trace.
 * Each no is told, as an event, to whoever observes {@code Refused}.
 */
@Singleton
public class RefusalPage {

    private static final Logger LOG = Logger.getLogger(RefusalPage.class);

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance refused(String title, String sentence, String help);

        static native TemplateInstance broken(String number, String support);
    }

    private final String support;
    private final Instance<Door> doors;
    private final Event<Refused> refusals;
    private final RoutingContext request;

    RefusalPage(
            @ConfigProperty(name = "handshake.support") String support,
            Instance<Door> doors,
            Event<Refused> refusals,
            RoutingContext request) {
        this.support = support;
        this.doors = doors;
        this.refusals = refusals;
        this.request = request;
    }

    @ServerExceptionMapper
    public Response refused(Refused no) {
        Reason reason = no.reason();
        refusals.fire(no);
        no.headers().forEach(request.response()::putHeader);
        retryAfter(no);
        if (reason.isIncompleteSignIn()) {
            String help = "Ask " + support + " to correct your sign-in, then sign out and in again.";
            return answer(reason.status(), "Your sign-in is not complete", no.sentence(), help);
        }
        return answer(reason.status(), title(reason), no.sentence(), null);
    }

    /** Says in the answer, whichever it is, how long to wait, where that is known. */
    public void retryAfter(Refused no) {
        no.pause().ifPresent(pause -> request.response().putHeader("Retry-After", "" + pause.toSeconds()));
    }

    private static String title(Reason reason) {
        return reason == Reason.NOT_FOUND ? "Not found" : reason.status() == 503 ? "Not now" : "Not possible";
    }

    /** Where the sign-in leads back to, there is nothing once it cannot be checked. */
    @ServerExceptionMapper
    public Response nothingThere(NotFoundException unknown) {
        return refused(new Refused(Unchecked.is(request) ? Reason.PROVIDER_AWAY : Reason.NOT_FOUND));
    }

    /**
     * Who is not signed in is sent to sign in; but a post would be lost on that way, so that its page is kept instead.
     */
    @ServerExceptionMapper
    public Uni<Response> signedOut(UnauthorizedException nobody) {
        if (door().isEmpty() && Unchecked.is(request)) {
            return Uni.createFrom().item(refused(new Refused(Reason.PROVIDER_AWAY)));
        }
        if (!HttpMethod.POST.equals(request.request().method()) && door().isEmpty()) {
            HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
            return authenticator
                    .getChallenge(request)
                    .map(RefusalPage::challenge)
                    .onFailure()
                    .recoverWithItem(() -> refused(new Refused(Reason.PROVIDER_AWAY)));
        }
        String sentence =
                "You are no longer signed in. Nothing was changed. Sign in again, then send the form once more.";
        return Uni.createFrom().item(answer(401, "Sign in again", sentence, null));
    }

    private static Response challenge(ChallengeData challenge) {
        Response.ResponseBuilder answer = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }

    @ServerExceptionMapper
    public Response onlyPosts(NotAllowedException method) {
        String sentence =
                "This address only takes what a button sends. Nothing was changed: if you just signed in again, "
                        + "go back to the page and press the button once more.";
        return Response.fromResponse(answer(405, "Nothing was changed", sentence, null))
                .header(HttpHeaders.ALLOW, method.getResponse().getHeaderString(HttpHeaders.ALLOW))
                .build();
    }

    @ServerExceptionMapper
    public Response unreadable(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        return status >= 500 ? broke(failure) : answer(status, "Not readable", "The request cannot be read.", null);
    }

    @ServerExceptionMapper
    public Response broke(Throwable cause) {
        Optional<Reason> everyday = new Cause(cause).reason();
        if (everyday.isPresent()) {
            LOG.infof("%s: %s", everyday.get(), cause);
            return refused(new Refused(everyday.get()));
        }
        if (new Cause(cause).is(HttpClosedException.class, ClosedChannelException.class) || Legible.isBroken(cause)) {
            return unreadable(new BadRequestException(cause)); // where the browser went away, nobody hears it
        }
        String number = UUID.randomUUID().toString();
        LOG.errorf(cause, "Failure %s", number);
        return door().map(door -> door.refuse(500, "Something broke here. It is logged as failure " + number + "."))
                .orElseGet(() -> page(500, Templates.broken(number, support)));
    }

    private Response answer(int status, String title, String sentence, String help) {
        return door().map(door -> door.refuse(status, sentence))
                .orElseGet(() -> page(status, Templates.refused(title, sentence, help)));
    }

    /** Behind which door the request came, unless it is the pages'. */
    private Optional<Door> door() {
        return doors.stream()
                .filter(door -> door.isAt(request.normalizedPath()))
                .findFirst();
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }
}
