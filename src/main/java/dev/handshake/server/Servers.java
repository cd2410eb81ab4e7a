package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentAccount;
import dev.handshake.refusal.Refused;
import dev.handshake.web.Flash;
import dev.handshake.web.Marker;
import dev.handshake.web.Page;
import dev.handshake.web.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * {@code /{region}/servers}: what an account started, and starting. Whoever brings a token gets the API's answer here.
 */
@Path("/{region}/servers")
@Authenticated
public class Servers {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Actor actor, ServerState[] states, ServerState status, Page<ServerRow> page);
    }

    private final CurrentAccount current;
    private final Provisioning provisioning;
    private final NewServer forms;
    private final Flash flash;

    Servers(CurrentAccount current, Provisioning provisioning, NewServer forms, Flash flash) {
        this.current = current;
        this.provisioning = provisioning;
        this.forms = forms;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String status, @RestQuery String marker) {
        Actor actor = current.in(region);
        ServerState only = Text.typed(status).isEmpty() ? null : ServerState.named(status);
        Page<ServerRow> page = ServerList.page(actor, only, Marker.read(marker), Page.ROWS);
        return Templates.list(actor, ServerState.values(), only, page);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(String region, MultivaluedMap<String, String> typed) {
        Actor actor = current.in(region);
        ServerForm form = ServerForm.typed(typed::getFirst);
        forms.attempt(actor, form);
        Server server = provisioning.start(actor, form.order());
        return flash.to(
                UriBuilder.fromPath("/{region}/servers/{id}").build(region, server.id),
                "“" + Text.isolated(server.name) + "” is on record as started.");
    }

    @ServerExceptionMapper
    public Response refused(Refused no) {
        return forms.refused(no);
    }
}
