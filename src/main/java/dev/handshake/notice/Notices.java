package dev.handshake.notice;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.web.Flash;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/notices}: what an account is told. */
@Path("/{region}/notices")
@Authenticated
public class Notices {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, List<String> others, boolean unreadOnly, Page<NoticeRow> page);
    }

    private final CurrentUser current;
    private final Reading reading;
    private final Flash flash;

    Notices(CurrentUser current, Reading reading, Flash flash) {
        this.current = current;
        this.reading = reading;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String show, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        boolean unreadOnly = "unread".equals(show);
        Page<Notice> found = NoticeList.of(actor, unreadOnly, Marker.parse(marker));
        Page<NoticeRow> page = new Page<>(NoticeRow.of(region, found.items()), found.next());
        return Templates.list(actor, othersThan(region), unreadOnly, page);
    }

    private List<String> othersThan(String region) {
        return current.user().regions().stream()
                .filter(each -> !each.equals(region))
                .toList();
    }

    @POST
    @Path("{id}/reading")
    public Response read(String region, long id) {
        reading.read(current.actorIn(region), id);
        return back(region, "Marked as read.");
    }

    /** @param newest that the page showed */
    @POST
    @Path("readings")
    public Response readAll(String region, @RestForm String newest) {
        reading.readAll(current.actorIn(region), Marker.parse(newest));
        return back(region, "All of them are marked as read.");
    }

    private Response back(String region, String message) {
        return flash.to(UriBuilder.fromPath("/{region}/notices").build(region), message);
    }
}
