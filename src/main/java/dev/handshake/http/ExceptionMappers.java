package dev.handshake.http;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Forms;
import dev.handshake.web.WebConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
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
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Maps exceptions to responses: a page for refusals and one for failures, each with a sentence and never a stack trace,
 * or the API's format at API paths. Each refusal fires a {@link RequestRefused} event.
 */
@Singleton
public class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance refused(
                String title, String sentence, String help, boolean isAboutAccount, boolean isNewTab);

        static native TemplateInstance broken(String number, String support);
    }

    private final String support;
    private final Instance<ErrorRenderer> errorRenderers;
    private final Event<RequestRefused> requestRefused;
    private final Forms forms;
    private final RoutingContext request;

    ExceptionMappers(
            WebConfig config,
            Instance<ErrorRenderer> errorRenderers,
            Event<RequestRefused> requestRefused,
            Forms forms,
            RoutingContext request) {
        this.support = config.supportContact();
        this.errorRenderers = errorRenderers;
        this.requestRefused = requestRefused;
        this.forms = forms;
        this.request = request;
    }

    /** Renders the form again if its resource registered one with {@link Forms}, otherwise the refusal page. */
    @ServerExceptionMapper
    public Response toResponse(RefusedException no) {
        no.retryAfter().ifPresent(pause -> request.response().putHeader("Retry-After", "" + pause.toSeconds()));
        return forms.answer(no).orElseGet(() -> refusalPage(no));
    }

    private Response refusalPage(RefusedException no) {
        Reason reason = no.reason();
        requestRefused.fire(new RequestRefused(reason));
        no.headers().forEach(request.response()::putHeader);
        if (reason.isIncompleteSignIn()) {
            String help = "Ask " + support + " to correct your sign-in, then sign out and sign in again.";
            return errorResponse(reason.status(), "Your sign-in is incomplete", no.message(), help);
        }
        return errorResponse(reason.status(), title(reason), no.message(), null);
    }

    private static String title(Reason reason) {
        return switch (reason.status()) {
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 410 -> "Expired";
            case 413 -> "Too large";
            case 429 -> "Too many requests";
            case 502, 503, 504 -> "Temporarily unavailable";
            default -> "Request not completed";
        };
    }

    /**
     * While the identity provider is down, the path that a sign-in returns to is not found: report the outage instead.
     */
    @ServerExceptionMapper
    public Response mapNotFound(NotFoundException unknown) {
        return refusalPage(new RefusedException(
                AuthUnavailable.isMarked(request) ? Reason.IDENTITY_PROVIDER_UNAVAILABLE : Reason.NOT_FOUND));
    }

    /**
     * Redirects to sign-in, except for a POST: the redirect would lose the form. The response asks the user to sign in
     * elsewhere and to reload, since a browser sends a form again when its answer is reloaded, with the chosen file.
     */
    @ServerExceptionMapper
    public Uni<Response> mapUnauthorized(UnauthorizedException nobody) {
        if (errorRenderer().isEmpty() && AuthUnavailable.isMarked(request)) {
            return Uni.createFrom().item(refusalPage(new RefusedException(Reason.IDENTITY_PROVIDER_UNAVAILABLE)));
        }
        if (!HttpMethod.POST.equals(request.request().method())
                && errorRenderer().isEmpty()) {
            HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
            return authenticator
                    .getChallenge(request)
                    .map(ExceptionMappers::challenge)
                    .onFailure()
                    .recoverWithItem(() -> refusalPage(new RefusedException(Reason.IDENTITY_PROVIDER_UNAVAILABLE)));
        }
        String sentence =
                "You are no longer signed in, and nothing was changed. Sign in with a new tab, then reload this page: "
                        + "your browser offers to send the form again, as you filled it in.";
        return Uni.createFrom().item(errorResponse(401, "Sign in again", sentence, null));
    }

    private static Response challenge(ChallengeData challenge) {
        Response.ResponseBuilder answer = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }

    @ServerExceptionMapper
    public Response mapMethodNotAllowed(NotAllowedException method) {
        String sentence =
                "This address only accepts submitted forms. Nothing was changed. If you just signed in again, "
                        + "go back to the page and press the button again.";
        return Response.fromResponse(errorResponse(405, "Nothing was changed", sentence, null))
                .header(HttpHeaders.ALLOW, method.getResponse().getHeaderString(HttpHeaders.ALLOW))
                .build();
    }

    @ServerExceptionMapper
    public Response mapWebApplicationException(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        return status >= 500
                ? mapUnexpected(failure)
                : errorResponse(status, "Invalid request", "The request could not be read.", null);
    }

    @ServerExceptionMapper
    public Response mapUnexpected(Throwable cause) {
        FailureClassifier failure = new FailureClassifier(cause);
        Optional<Reason> everyday = failure.reason();
        if (everyday.isPresent()) {
            LOG.infof("%s: %s", everyday.get(), cause);
            return refusalPage(new RefusedException(everyday.get()));
        }
        if (failure.isClientGone()) {
            LOG.infof("The client is gone: %s", cause);
            return mapWebApplicationException(new BadRequestException(cause)); // nobody reads this
        }
        if (MalformedRequestFilter.isFormParseFailure(cause)) {
            return mapWebApplicationException(new BadRequestException(cause));
        }
        String number = UUID.randomUUID().toString();
        LOG.errorf(cause, "Failure %s", number);
        return errorRenderer()
                .map(errorRenderer -> errorRenderer.errorResponse(
                        500, "The portal failed unexpectedly. Give its operator this error number: " + number + "."))
                .orElseGet(() -> htmlResponse(500, Templates.broken(number, support)));
    }

    private Response errorResponse(int status, String title, String sentence, String help) {
        return errorRenderer()
                .map(errorRenderer -> errorRenderer.errorResponse(status, sentence))
                .orElseGet(() -> htmlResponse(
                        status,
                        Templates.refused(title, sentence, help, status == 403 || status == 404, status == 401)));
    }

    /** The renderer for the request's path, or empty for pages. */
    private Optional<ErrorRenderer> errorRenderer() {
        return errorRenderers.stream()
                .filter(errorRenderer -> errorRenderer.appliesTo(request.normalizedPath()))
                .findFirst();
    }

    private static Response htmlResponse(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }
}
