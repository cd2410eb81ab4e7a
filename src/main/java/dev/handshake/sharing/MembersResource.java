package dev.handshake.sharing;

import dev.handshake.account.CurrentUser;
import dev.handshake.web.Flash;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /{region}/images/{id}/offers}: the owner's actions on the members of one image. */
@Path("/{region}/images/{id}/offers")
@Authenticated
public class MembersResource {

    private final CurrentUser current;
    private final SharingService sharing;
    private final Flash flash;

    MembersResource(CurrentUser current, SharingService sharing, Flash flash) {
        this.current = current;
        this.sharing = sharing;
        this.flash = flash;
    }

    @POST
    @Path("{account}/removal")
    public Response remove(String region, UUID id, String account) {
        sharing.removeMember(current.actorIn(region), id, Text.clean(account));
        return flash.to(Urls.image(region, id), account + " is no longer a member.");
    }

    @POST
    @Path("{account}/label")
    public Response label(String region, UUID id, String account, @RestForm String label) {
        sharing.saveLabel(current.actorIn(region), id, Text.clean(account), Text.clean(label));
        return flash.to(Urls.image(region, id), "Label for " + account + " saved. Only your account sees it.");
    }
}
