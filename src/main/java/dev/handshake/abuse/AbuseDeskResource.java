package dev.handshake.abuse;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.web.Flash;
import dev.handshake.web.HiddenCharacters;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/abuse-reports}: the abuse reports, for operators only. Not found for anyone else. */
@Path("/{region}/abuse-reports")
@Authenticated
public class AbuseDeskResource {

    private static final int MAX_REASON_LENGTH = 1_000;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, boolean closed, Page<AbuseReport> page);

        /**
         * @param access null if the image is deleted
         * @param reach null if it cannot be suspended
         */
        static native TemplateInstance show(
                Actor actor,
                AbuseReport report,
                ImageAccess access,
                SuspensionReach reach,
                List<AbuseReportEvent> steps,
                int maxReason,
                int maxAnswer);
    }

    private final CurrentUser current;
    private final AbuseDeskService desk;
    private final Flash flash;

    AbuseDeskResource(CurrentUser current, AbuseDeskService desk, Flash flash) {
        this.current = current;
        this.desk = desk;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery boolean closed, @RestQuery String marker) {
        Actor operator = current.operatorIn(region);
        AbuseReport.Status status = closed ? AbuseReport.Status.CLOSED : AbuseReport.Status.OPEN;
        return Templates.list(operator, closed, desk.list(operator, status, Marker.parse(marker)));
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(String region, UUID id) {
        Actor operator = current.operatorIn(region);
        AbuseReport report = desk.get(operator, id);
        ImageAccess access = ImageAccess.find(operator, report.imageId).orElse(null);
        return Templates.show(
                operator,
                report,
                access,
                canSuspend(report, access) ? SuspensionReach.of(access.image()) : null,
                AbuseReportEvent.listFor(report),
                MAX_REASON_LENGTH,
                AbuseReport.MAX_TEXT_LENGTH);
    }

    private static boolean canSuspend(AbuseReport report, ImageAccess access) {
        return access != null
                && report.isOpen()
                && access.image().suspensionReason() == null
                && access.image().hasData();
    }

    @POST
    @Path("{id}/suspension")
    public Response suspend(String region, UUID id, @RestForm String why) {
        desk.suspend(current.operatorIn(region), id, requireText(why, MAX_REASON_LENGTH));
        return redirect(region, id, "The image is suspended. Its owner sees the reason.");
    }

    @POST
    @Path("{id}/reinstatement")
    public Response liftSuspension(String region, UUID id) {
        desk.liftSuspension(current.operatorIn(region), id);
        return redirect(region, id, "The suspension is lifted.");
    }

    @POST
    @Path("{id}/closure")
    public Response close(String region, UUID id, @RestForm String answer) {
        desk.close(current.operatorIn(region), id, requireText(answer, AbuseReport.MAX_TEXT_LENGTH));
        return redirect(region, id, "The case is closed. The reporter has been notified.");
    }

    /** @throws RefusedException {@link Reason#TEXT_REQUIRED}, {@link Reason#HIDDEN_CHARACTERS} */
    private static String requireText(String typed, int longest) {
        String text = Text.clean(typed);
        if (text.isEmpty() || Text.length(text) > longest) {
            throw new RefusedException(Reason.TEXT_REQUIRED, longest);
        }
        HiddenCharacters.requireNoneInLines("Your text", text);
        return text;
    }

    private Response redirect(String region, UUID id, String message) {
        return flash.to(Urls.abuseDesk(region, id), message);
    }
}
