package dev.handshake.abuse;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.SharingService;
import dev.handshake.web.Flash;
import dev.handshake.web.HiddenCharacters;
import dev.handshake.web.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/desk}: the operator's queue of cases. Nobody else finds it. */
@Path("/{region}/desk")
@Authenticated
public class Desk {

    private static final int LONGEST_WHY = 1_000;
    private static final int LONGEST_ANSWER = 2_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, boolean closed, Page<Report> page);

        /** @param access null where the image is deleted */
        static native TemplateInstance show(Actor actor, Report report, ImageAccess access, List<ReportStep> steps);
    }

    private final CurrentUser current;
    private final Handling handling;
    private final SharingService sharing;
    private final Flash flash;

    Desk(CurrentUser current, Handling handling, SharingService sharing, Flash flash) {
        this.current = current;
        this.handling = handling;
        this.sharing = sharing;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery boolean closed, @RestQuery String marker) {
        Actor operator = current.operatorIn(region);
        Report.Status status = closed ? Report.Status.CLOSED : Report.Status.OPEN;
        return Templates.list(operator, closed, handling.queue(operator, status, Marker.parse(marker)));
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(String region, UUID id) {
        Actor operator = current.operatorIn(region);
        Report report = handling.see(operator, id);
        ImageAccess access = sharing.findAccess(operator, report.imageId).orElse(null);
        return Templates.show(operator, report, access, ReportStep.of(report));
    }

    @POST
    @Path("{id}/deactivation")
    public Response deactivate(String region, UUID id, @RestForm String why) {
        handling.deactivate(current.operatorIn(region), id, said(why, LONGEST_WHY));
        return back(region, id, "The image is out of use. Its owner sees why.");
    }

    @POST
    @Path("{id}/reinstatement")
    public Response reinstate(String region, UUID id) {
        handling.reinstate(current.operatorIn(region), id);
        return back(region, id, "The image is in use again.");
    }

    @POST
    @Path("{id}/closure")
    public Response close(String region, UUID id, @RestForm String answer) {
        handling.close(current.operatorIn(region), id, said(answer, LONGEST_ANSWER));
        return back(region, id, "The case is closed, and who reported it is told.");
    }

    /** @throws RefusedException {@link Reason#TEXT_REQUIRED}, {@link Reason#HIDDEN_CHARACTERS} */
    private static String said(String typed, int longest) {
        String text = Text.clean(typed);
        if (text.isEmpty() || Text.length(text) > longest) {
            throw new RefusedException(Reason.TEXT_REQUIRED, longest);
        }
        HiddenCharacters.requireNoneInLines("What you wrote", text);
        return text;
    }

    private Response back(String region, UUID id, String message) {
        return flash.to(UriBuilder.fromPath("/{region}/desk/{id}").build(region, id), message);
    }
}
