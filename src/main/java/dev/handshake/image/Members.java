package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Flash;
import dev.handshake.web.Formats;
import dev.handshake.web.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/images/{id}/offers}: what the owner does with the members of one image. */
@Path("/{region}/images/{id}/offers")
@Authenticated
public class Members {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance remove(
                Actor actor, Image image, List<MemberRow> leaving, Leaving who, String error);
    }

    private final CurrentUser current;
    private final Sharing sharing;
    private final Flash flash;

    Members(CurrentUser current, Sharing sharing, Flash flash) {
        this.current = current;
        this.sharing = sharing;
        this.flash = flash;
    }

    @POST
    @Path("{account}/removal")
    public Response remove(String region, UUID id, String account) {
        sharing.remove(current.actorIn(region), id, Text.clean(account));
        return flash.to(page(region, id), account + " is no longer a member.");
    }

    @POST
    @Path("{account}/label")
    public Response label(String region, UUID id, String account, @RestForm String label) {
        sharing.label(current.actorIn(region), id, Text.clean(account), Text.clean(label));
        return flash.to(page(region, id), "Your label for " + account + " is kept; only your account sees it.");
    }

    /** Asks before several are removed, and says who they are. */
    @GET
    @Path("removals")
    public TemplateInstance removals(String region, UUID id, @RestQuery String who, @RestQuery List<String> member) {
        Actor actor = current.actorIn(region);
        return ask(actor, id, Leaving.read(who, member), null);
    }

    @POST
    @Path("removals")
    public Response removeSeveral(
            String region, UUID id, @RestForm String who, @RestForm List<String> member, @RestForm String name) {
        Actor actor = current.actorIn(region);
        Leaving leaving = Leaving.read(who, member);
        if (leaving.isAll() && !Text.clean(sharing.see(actor, id).image().name).equals(Text.clean(name))) {
            String error = new RefusedException(Reason.NAME_NOT_CONFIRMED).message();
            return Response.status(422).entity(ask(actor, id, leaving, error)).build();
        }
        int removed = sharing.remove(actor, id, leaving);
        return flash.to(page(region, id), Formats.counted(removed, "member") + " removed.");
    }

    private TemplateInstance ask(Actor actor, UUID id, Leaving who, String error) {
        Sight sight = sharing.see(actor, id);
        sight.mustRemove();
        List<Membership> leaving =
                Membership.in(actor.region(), List.of(id)).stream().filter(who).toList();
        return Templates.remove(actor, sight.image(), MemberRow.of(actor, leaving), who, error);
    }

    private static URI page(String region, UUID id) {
        return UriBuilder.fromPath("/{region}/images/{id}").build(region, id);
    }
}
