package dev.handshake.abuse;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.web.Flash;
import dev.handshake.web.Forms;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/reports}: an account's abuse reports and their outcomes. */
@Path("/{region}/reports")
@Authenticated
public class AbuseReportsResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, Page<AbuseReport> page);

        static native TemplateInstance form(
                Actor actor, ImageAccess access, UUID id, AbuseReason[] grounds, AbuseReportForm form);

        static native TemplateInstance show(Actor actor, AbuseReport report);
    }

    private final CurrentUser current;
    private final AbuseReportService reports;
    private final Flash flash;

    AbuseReportsResource(CurrentUser current, AbuseReportService reports, Flash flash) {
        this.current = current;
        this.reports = reports;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        return Templates.list(actor, reports.list(actor, Marker.parse(marker)));
    }

    @GET
    @Path("new")
    public TemplateInstance form(String region, @RestQuery UUID image) {
        return form(current.actorIn(region), image, UUID.randomUUID(), null);
    }

    @POST
    public Response report(
            String region, @RestForm UUID id, @RestForm UUID image, @RestForm String ground, @RestForm String words) {
        Actor actor = current.actorIn(region);
        AbuseReportForm abuseReportForm = AbuseReportForm.parse(ground, words);
        if (!abuseReportForm.errors().isEmpty()) {
            return Forms.showAgain(form(actor, image, id, abuseReportForm));
        }
        boolean isRejected =
                !reports.requireCanReport(actor, image).image().home().isExternal();
        AbuseReport report = reports.report(actor, id == null ? UUID.randomUUID() : id, image, abuseReportForm);
        return flash.to(
                Urls.abuseReport(region, report.id),
                "Reported as case " + report.caseNumber + "." + (isRejected ? " The invitation is rejected." : ""));
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(String region, UUID id) {
        Actor actor = current.actorIn(region);
        return Templates.show(actor, reports.get(actor, id));
    }

    private TemplateInstance form(Actor actor, UUID image, UUID id, AbuseReportForm abuseReportForm) {
        return Templates.form(actor, reports.requireCanReport(actor, image), id, AbuseReason.values(), abuseReportForm);
    }
}
