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
public class SnapshotPage {

    private static final String ATTEMPT = Attempt.class.getName();

    /** What a refused snapshot needs to show the form again. */
    private record Attempt(Actor actor, UUID server, SnapshotForm form) {}

    private final CurrentUser current;
    private final Snapshots snapshots;
    private final ServerPage servers;
    private final Flash flash;
    private final ExceptionMappers pages;
    private final RoutingContext request;

    SnapshotPage(
            CurrentUser current,
            Snapshots snapshots,
            ServerPage servers,
            Flash flash,
            ExceptionMappers pages,
            RoutingContext request) {
        this.current = current;
        this.snapshots = snapshots;
        this.servers = servers;
        this.flash = flash;
        this.pages = pages;
        this.request = request;
    }

    @POST
    public Response take(String region, UUID id, @RestForm String snapshot, @RestForm String name) {
        Actor actor = current.actorIn(region);
        SnapshotForm form = SnapshotForm.typed(snapshot, name);
        request.put(ATTEMPT, new Attempt(actor, id, form));
        Image image = snapshots.asStarted(actor, id, form.uuid(), form.name());
        return flash.to(
                UriBuilder.fromPath("/{region}/images/{id}").build(region, image.id),
                "The snapshot “" + Text.bidiIsolated(image.name) + "” is here. It is your account's alone.");
    }

    @ServerExceptionMapper
    public Response refused(RefusedException no) {
        Attempt attempt = request.get(ATTEMPT);
        Problem problem = Problem.of(no);
        if (attempt == null || problem.at("name") == null && problem.at("quota") == null) {
            return pages.toResponse(no);
        }
        return Response.status(422)
                .entity(servers.show(attempt.actor, attempt.server, attempt.form, problem))
                .build();
    }
}
