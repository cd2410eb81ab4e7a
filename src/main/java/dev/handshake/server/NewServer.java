package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.http.ExceptionMappers;
import dev.handshake.image.Image;
import dev.handshake.paging.Page;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.SharingService;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * {@code /{region}/servers/new}: chooses an image, then asks for name and size. {@link Servers} takes what is typed.
 */
@Path("/{region}/servers/new")
@Authenticated
public class NewServer {

    private static final String ATTEMPT = Attempt.class.getName();

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance pick(Actor actor, Picker picker, Page<Image> page, String error);

        static native TemplateInstance form(
                Actor actor, Image image, Need need, List<Flavor> flavors, ServerForm form, Problem problem);
    }

    /** What a refused start needs to show the form again. */
    private record Attempt(Actor actor, ServerForm form) {}

    private final CurrentUser current;
    private final SharingService sharing;
    private final Flavors flavors;
    private final ExceptionMappers pages;
    private final RoutingContext request;

    NewServer(
            CurrentUser current,
            SharingService sharing,
            Flavors flavors,
            ExceptionMappers pages,
            RoutingContext request) {
        this.current = current;
        this.sharing = sharing;
        this.flavors = flavors;
        this.pages = pages;
        this.request = request;
    }

    @GET
    public TemplateInstance form(String region, @BeanParam Picker picker) {
        Actor actor = current.actorIn(region);
        actor.requireForServers(Role.CREATOR);
        if (picker.image().isEmpty()) {
            return Templates.pick(actor, picker, picker.page(actor), null);
        }
        ServerForm form = ServerForm.empty(picker.image());
        attempt(actor, form);
        ImageAccess access = sharing.loadAccess(actor, form.imageId());
        access.requireCanStartServer();
        return form(actor, access.image(), form, Problem.NONE);
    }

    /** From here on a refusal in this request shows the form again. */
    void attempt(Actor actor, ServerForm form) {
        request.put(ATTEMPT, new Attempt(actor, form));
    }

    @ServerExceptionMapper
    public Response refused(RefusedException no) {
        Attempt attempt = request.get(ATTEMPT);
        Problem problem = Problem.of(no);
        if (attempt == null || problem.equals(Problem.NONE)) {
            return pages.toResponse(no);
        }
        return problem.isOfImage() ? pickAgain(attempt, no) : again(attempt, problem);
    }

    private Response again(Attempt attempt, Problem problem) {
        return Image.listVisible(attempt.actor, List.of(attempt.form.imageId())).stream()
                .findFirst()
                .map(image -> Response.status(422)
                        .entity(form(attempt.actor, image, attempt.form, problem))
                        .build())
                .orElseGet(() -> pickAgain(attempt, new RefusedException(Reason.NOT_FOUND)));
    }

    private Response pickAgain(Attempt attempt, RefusedException no) {
        Picker picker = Picker.asking(attempt.form.image());
        return Response.status(no.reason().status())
                .entity(Templates.pick(attempt.actor, picker, picker.page(attempt.actor), no.message()))
                .build();
    }

    private TemplateInstance form(Actor actor, Image image, ServerForm form, Problem problem) {
        Need need = Need.of(image);
        return Templates.form(actor, image, need, flavors.all(), form.sized(flavors.all(), need), problem);
    }
}
