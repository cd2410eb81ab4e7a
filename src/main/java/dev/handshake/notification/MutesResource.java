package dev.handshake.notification;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.account.Role;
import dev.handshake.error.RefusedException;
import dev.handshake.http.ExceptionMappers;
import dev.handshake.web.Text;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** {@code /{region}/notices/mutes}: accounts that are not to be heard of, and whether there is mail at all. */
@Path("/{region}/notices/mutes")
@Authenticated
public class MutesResource {

    private static final String ATTEMPT = Attempt.class.getName();

    private final CurrentUser current;
    private final MuteService muteService;
    private final NotificationSettingsResource settings;
    private final ExceptionMappers pages;
    private final RoutingContext request;

    MutesResource(
            CurrentUser current,
            MuteService muteService,
            NotificationSettingsResource settings,
            ExceptionMappers pages,
            RoutingContext request) {
        this.current = current;
        this.muteService = muteService;
        this.settings = settings;
        this.pages = pages;
        this.request = request;
    }

    @POST
    public Response mute(String region, @RestForm String number) {
        Actor actor = current.actorIn(region);
        actor.require(Role.ADMIN);
        Attempt attempt = new Attempt(actor, Text.clean(number));
        request.put(ATTEMPT, attempt);
        muteService.mute(actor, attempt.number);
        return settings.redirect(region, "Account " + attempt.number + " is muted.");
    }

    /** What a refused form needs to be shown again. */
    private record Attempt(Actor actor, String number) {}

    @ServerExceptionMapper
    public Response refused(RefusedException no) {
        Attempt attempt = request.get(ATTEMPT);
        return attempt == null
                ? pages.toResponse(no)
                : Response.status(422)
                        .entity(settings.show(attempt.actor, attempt.number, no.message()))
                        .build();
    }

    @POST
    @Path("{number}/removal")
    public Response unmute(String region, String number) {
        muteService.unmute(current.actorIn(region), Text.clean(number));
        return settings.redirect(region, "Account " + Text.clean(number) + " is heard again.");
    }

    @POST
    @Path("mail")
    public Response muteMail(String region) {
        muteService.muteMail(current.actorIn(region));
        return settings.redirect(region, "No notice of your account goes out by mail any more.");
    }

    @POST
    @Path("mail/removal")
    public Response unmuteMail(String region) {
        muteService.unmuteMail(current.actorIn(region));
        return settings.redirect(region, "Notices of your account go out by mail again.");
    }
}
