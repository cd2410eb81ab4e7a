package dev.handshake.notice;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.web.Flash;
import dev.handshake.web.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/notices/wishes}: notices by mail, and accounts that are not to be heard of. */
@Path("/{region}/notices/wishes")
@Authenticated
public class NoticeWishes {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Actor actor, Wishes wishes, String number, String error);
    }

    private final CurrentUser current;
    private final Subscribing subscribing;
    private final MailSwitch mail;
    private final Flash flash;

    NoticeWishes(CurrentUser current, Subscribing subscribing, MailSwitch mail, Flash flash) {
        this.current = current;
        this.subscribing = subscribing;
        this.mail = mail;
        this.flash = flash;
    }

    /** @param mute an account number that the form begins with */
    @GET
    public TemplateInstance show(String region, @RestQuery String mute) {
        return show(current.actorIn(region), Text.clean(mute), null);
    }

    TemplateInstance show(Actor actor, String number, String error) {
        return Templates.show(actor, Wishes.of(current.user(), mail.isOn(), actor.isAdmin()), number, error);
    }

    @POST
    @Path("mails")
    public Response subscribe(String region) {
        current.actorIn(region);
        subscribing.subscribe(current.user());
        return back(
                region, "Notices of your account go to " + current.user().mail().address() + " from now on.");
    }

    @POST
    @Path("mails/{id}/removal")
    public Response end(String region, UUID id) {
        subscribing.end(current.actorIn(region), current.user().mail(), id);
        return back(region, "No more mail goes to that address.");
    }

    Response back(String region, String message) {
        return flash.to(UriBuilder.fromPath("/{region}/notices/wishes").build(region), message);
    }
}
