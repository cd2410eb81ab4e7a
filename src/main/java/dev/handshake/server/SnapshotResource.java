package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.RefusedException;
import dev.handshake.http.ExceptionMappers;
import dev.handshake.image.Image;
import dev.handshake.web.Flash;
import dev.handshake.web.Text;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** {@code /{region}/servers/{id}/snapshots}: makes an image of a server. The form for it is on the server's page. */
@Path("/{region}/servers/{id}/snapshots")
@Authenticated
public class SnapshotResource {

    private static final String ATTEMPT_KEY = SnapshotAttempt.class.getName();

    /** What a refused snapshot needs to show the form again. */
    private record SnapshotAttempt(Actor actor, UUID server, SnapshotForm form) {}

    private final CurrentUser current;
    private final SnapshotService snapshots;
    private final ServerResource serverResource;
    private final Flash flash;
    private final ExceptionMappers exceptionMappers;
    private final RoutingContext request;

    SnapshotResource(
            CurrentUser current,
            SnapshotService snapshots,
            ServerResource serverResource,
            Flash flash,
            ExceptionMappers exceptionMappers,
            RoutingContext request) {
        this.current = current;
        this.snapshots = snapshots;
        this.serverResource = serverResource;
        this.flash = flash;
        this.exceptionMappers = exceptionMappers;
        this.request = request;
    }

    @POST
    public Response create(String region, UUID id, @RestForm String snapshot, @RestForm String name) {
        Actor actor = current.actorIn(region);
        SnapshotForm form = SnapshotForm.parse(snapshot, name);
        request.put(ATTEMPT_KEY, new SnapshotAttempt(actor, id, form));
        Image image = snapshots.createFromSourceData(actor, id, form.imageId(), form.name());
        return flash.to(
                UriBuilder.fromPath("/{region}/images/{id}").build(region, image.id),
                "The snapshot “" + Text.bidiIsolated(image.name) + "” is here. It is your account's alone.");
    }

    @ServerExceptionMapper
    public Response toResponse(RefusedException no) {
        SnapshotAttempt attempt = request.get(ATTEMPT_KEY);
        FieldError fieldError = FieldError.from(no);
        if (attempt == null || fieldError.messageFor("name") == null && fieldError.messageFor("quota") == null) {
            return exceptionMappers.toResponse(no);
        }
        return Response.status(422)
                .entity(serverResource.show(attempt.actor, attempt.server, attempt.form, fieldError))
                .build();
    }
}
