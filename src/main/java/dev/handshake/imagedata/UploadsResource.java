package dev.handshake.imagedata;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.http.ExceptionMappers;
import dev.handshake.image.Image;
import dev.handshake.image.ImageForm;
import dev.handshake.web.Flash;
import dev.handshake.web.Forms;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** {@code /{region}/images/uploads}: uploads a disk image file from the browser. */
@Path("/{region}/images/uploads")
@Authenticated
public class UploadsResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(Actor actor, ImageForm details, String fileError, long largest);
    }

    private final CurrentUser current;
    private final ImageIngestService images;
    private final Flash flash;
    private final ExceptionMappers pages;
    private final Forms forms;

    UploadsResource(CurrentUser current, ImageIngestService images, Flash flash, ExceptionMappers pages, Forms forms) {
        this.current = current;
        this.images = images;
        this.flash = flash;
        this.pages = pages;
        this.forms = forms;
    }

    @GET
    public TemplateInstance form(String region) {
        Actor actor = current.actorIn(region);
        images.requireCanCreate(actor);
        return Templates.form(actor, ImageForm.EMPTY, null, images.maxSize());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(String region, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body)
            throws IOException {
        Actor actor = current.actorIn(region);
        images.requireCanCreate(actor);
        UploadForm form = UploadForm.parse(type, body);
        if (!form.details().isValid()) {
            String fileError = form.file() == null ? new RefusedException(Reason.FILE_MISSING).message() : null;
            return showAgain(Forms.UNPROCESSABLE, actor, form.details(), fileError, body);
        }
        forms.onRefusal(no -> showAgain(status(no), actor, form.details(), no.message(), body));
        Image image = images.createFrom(actor, form.details(), form.file());
        return flash.to(
                Urls.image(region, image.id),
                "“" + Text.bidiIsolated(image.name) + "” is ready. You can offer it to other accounts now.");
    }

    /** 422 if the file was at fault, the refusal's own 5xx status if the portal was. */
    private static int status(RefusedException no) {
        return Math.max(Forms.UNPROCESSABLE, no.reason().status());
    }

    @ServerExceptionMapper
    public Response cutOff(MultipartInput.MalformedStreamException interrupted) {
        return pages.toResponse(new RefusedException(Reason.UPLOAD_INTERRUPTED));
    }

    /**
     * Shows the form again with the typed values. Browsers read the response only after sending the whole file, so the
     * rest of it is consumed first.
     */
    private Response showAgain(int status, Actor actor, ImageForm details, String fileError, InputStream rest) {
        try {
            rest.transferTo(OutputStream.nullOutputStream());
        } catch (IOException interrupted) {
            throw new UncheckedIOException(interrupted);
        }
        return Forms.showAgain(status, Templates.form(actor, details, fileError, images.maxSize()));
    }
}
