package dev.handshake.server.pages;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.nova.ComputeRegions;
import dev.handshake.paging.Page;
import dev.handshake.provisioning.ComputeCatalog;
import dev.handshake.provisioning.LaunchChoices;
import dev.handshake.server.Flavor;
import dev.handshake.server.Flavors;
import dev.handshake.server.ResourceRequirements;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.SharingService;
import dev.handshake.web.Forms;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * {@code /{region}/servers/new}: picks an image, then asks for name and size. The form posts to
 * {@link ServersResource}.
 */
@Path("/{region}/servers/new")
@Authenticated
public class NewServerResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance pick(
                Actor actor, ImagePickerParams picker, Page<Image> page, boolean isReal, String error);

        static native TemplateInstance form(
                Actor actor,
                Image image,
                ResourceRequirements need,
                List<Flavor> flavors,
                LaunchChoices choices,
                ServerForm form,
                FieldError problem);
    }

    private final CurrentUser current;
    private final SharingService sharing;
    private final Flavors flavors;
    private final ComputeRegions regions;
    private final ComputeCatalog catalog;
    private final Forms forms;

    NewServerResource(
            CurrentUser current,
            SharingService sharing,
            Flavors flavors,
            ComputeRegions regions,
            ComputeCatalog catalog,
            Forms forms) {
        this.regions = regions;
        this.catalog = catalog;
        this.current = current;
        this.sharing = sharing;
        this.flavors = flavors;
        this.forms = forms;
    }

    @GET
    public TemplateInstance form(String region, @BeanParam ImagePickerParams picker) {
        Actor actor = current.actorIn(region);
        actor.requireForServers(Role.CREATOR);
        if (picker.image().isEmpty()) {
            return Templates.pick(actor, picker, picker.listImages(actor), regions.contains(region), null);
        }
        ServerForm form = ServerForm.empty(picker.image());
        showAgainOnRefusal(actor, form);
        ImageAccess access = sharing.loadAccess(actor, form.imageId());
        access.requireCanStartServer();
        return renderForm(actor, access.image(), form, FieldError.NONE);
    }

    /** For the rest of this request, shows the form or the image picker again on refusals about their input. */
    void showAgainOnRefusal(Actor actor, ServerForm form) {
        forms.onRefusal(no -> !FieldError.from(no).equals(FieldError.NONE), no -> {
            FieldError fieldError = FieldError.from(no);
            return fieldError.isAboutImage() ? pickerResponse(actor, form, no) : formResponse(actor, form, fieldError);
        });
    }

    private Response formResponse(Actor actor, ServerForm form, FieldError fieldError) {
        return Image.listVisible(actor, List.of(form.imageId())).stream()
                .findFirst()
                .map(image -> Forms.showAgain(renderForm(actor, image, form, fieldError)))
                .orElseGet(() -> pickerResponse(actor, form, new RefusedException(Reason.NOT_FOUND)));
    }

    private Response pickerResponse(Actor actor, ServerForm form, RefusedException no) {
        ImagePickerParams picker = ImagePickerParams.withImage(form.image());
        return Forms.showAgain(
                no.reason().status(),
                Templates.pick(
                        actor, picker, picker.listImages(actor), regions.contains(actor.region()), no.message()));
    }

    private TemplateInstance renderForm(Actor actor, Image image, ServerForm form, FieldError fieldError) {
        ResourceRequirements resourceRequirements = ResourceRequirements.of(image);
        LaunchChoices choices = regions.contains(actor.region()) ? catalog.choices(actor) : null;
        List<Flavor> sizes = choices == null ? flavors.all() : choices.flavors();
        return Templates.form(
                actor,
                image,
                resourceRequirements,
                sizes,
                choices,
                form.withDefaultFlavor(sizes, resourceRequirements),
                fieldError);
    }
}
