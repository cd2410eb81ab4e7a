package dev.handshake.abuse;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.web.Flash;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/cases}: what an account reported, and what came of it. */
@Path("/{region}/cases")
@Authenticated
public class Cases {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, Page<Report> page);

        static native TemplateInstance form(
                Actor actor, ImageAccess access, UUID id, Ground[] grounds, Complaint complaint);

        static native TemplateInstance show(Actor actor, Report report);
    }

    private final CurrentUser current;
    private final Reporting reporting;
    private final Flash flash;

    Cases(CurrentUser current, Reporting reporting, Flash flash) {
        this.current = current;
        this.reporting = reporting;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        return Templates.list(actor, reporting.of(actor, Marker.parse(marker)));
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
        Complaint complaint = Complaint.typed(ground, words);
        if (!complaint.errors().isEmpty()) {
            return Response.status(422)
                    .entity(form(actor, image, id, complaint))
                    .build();
        }
        Report report = reporting.report(actor, id == null ? UUID.randomUUID() : id, image, complaint);
        return flash.to(
                UriBuilder.fromPath("/{region}/cases/{id}").build(region, report.id),
                "Reported as case " + report.caseNumber + ", and the offer is rejected.");
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(String region, UUID id) {
        Actor actor = current.actorIn(region);
        return Templates.show(actor, reporting.see(actor, id));
    }

    private TemplateInstance form(Actor actor, UUID image, UUID id, Complaint complaint) {
        return Templates.form(actor, reporting.reportable(actor, image), id, Ground.values(), complaint);
    }
}
