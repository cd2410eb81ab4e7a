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
 * {@code /{region}/servers/new}: chooses an image, then asks for name and size. {@link ServersResource} takes what is
 * typed.
 */
@Path("/{region}/servers/new")
@Authenticated
public class NewServerResource {

    private static final String ATTEMPT_KEY = StartAttempt.class.getName();

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance pick(Actor actor, ImagePickerParams picker, Page<Image> page, String error);

        static native TemplateInstance form(
                Actor actor,
                Image image,
                ResourceRequirements need,
                List<Flavor> flavors,
                ServerForm form,
                FieldError problem);
    }

    /** What a refused start needs to show the form again. */
    private record StartAttempt(Actor actor, ServerForm form) {}

    private final CurrentUser current;
    private final SharingService sharing;
    private final Flavors flavors;
    private final ExceptionMappers exceptionMappers;
    private final RoutingContext request;

    NewServerResource(
            CurrentUser current,
            SharingService sharing,
            Flavors flavors,
            ExceptionMappers exceptionMappers,
            RoutingContext request) {
        this.current = current;
        this.sharing = sharing;
        this.flavors = flavors;
        this.exceptionMappers = exceptionMappers;
        this.request = request;
    }

    @GET
    public TemplateInstance form(String region, @BeanParam ImagePickerParams picker) {
        Actor actor = current.actorIn(region);
        actor.requireForServers(Role.CREATOR);
        if (picker.image().isEmpty()) {
            return Templates.pick(actor, picker, picker.listImages(actor), null);
        }
        ServerForm form = ServerForm.empty(picker.image());
        rememberAttempt(actor, form);
        ImageAccess access = sharing.loadAccess(actor, form.imageId());
        access.requireCanStartServer();
        return renderForm(actor, access.image(), form, FieldError.NONE);
    }

    /** From here on a refusal in this request shows the form again. */
    void rememberAttempt(Actor actor, ServerForm form) {
        request.put(ATTEMPT_KEY, new StartAttempt(actor, form));
    }

    @ServerExceptionMapper
    public Response toResponse(RefusedException no) {
        StartAttempt attempt = request.get(ATTEMPT_KEY);
        FieldError fieldError = FieldError.from(no);
        if (attempt == null || fieldError.equals(FieldError.NONE)) {
            return exceptionMappers.toResponse(no);
        }
        return fieldError.isAboutImage() ? pickerResponse(attempt, no) : formResponse(attempt, fieldError);
    }

    private Response formResponse(StartAttempt attempt, FieldError fieldError) {
        return Image.listVisible(attempt.actor, List.of(attempt.form.imageId())).stream()
                .findFirst()
                .map(image -> Response.status(422)
                        .entity(renderForm(attempt.actor, image, attempt.form, fieldError))
                        .build())
                .orElseGet(() -> pickerResponse(attempt, new RefusedException(Reason.NOT_FOUND)));
    }

    private Response pickerResponse(StartAttempt attempt, RefusedException no) {
        ImagePickerParams picker = ImagePickerParams.withImage(attempt.form.image());
        return Response.status(no.reason().status())
                .entity(Templates.pick(attempt.actor, picker, picker.listImages(attempt.actor), no.message()))
                .build();
    }

    private TemplateInstance renderForm(Actor actor, Image image, ServerForm form, FieldError fieldError) {
        ResourceRequirements resourceRequirements = ResourceRequirements.of(image);
        return Templates.form(
                actor,
                image,
                resourceRequirements,
                flavors.all(),
                form.withDefaultFlavor(flavors.all(), resourceRequirements),
                fieldError);
    }
}
