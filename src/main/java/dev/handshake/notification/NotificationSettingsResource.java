package dev.handshake.notification;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.web.Flash;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/notifications/settings}: mail subscriptions and muted accounts. */
@Path("/{region}/notifications/settings")
@Authenticated
public class NotificationSettingsResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(Actor actor, NotificationSettings settings, String number, String error);
    }

    private final CurrentUser current;
    private final SubscriptionService subscriptions;
    private final NotificationMailConfig mail;
    private final Flash flash;

    NotificationSettingsResource(
            CurrentUser current, SubscriptionService subscriptions, NotificationMailConfig mail, Flash flash) {
        this.current = current;
        this.subscriptions = subscriptions;
        this.mail = mail;
        this.flash = flash;
    }

    /** @param mute an account number to fill the form with */
    @GET
    public TemplateInstance show(String region, @RestQuery String mute) {
        return show(current.actorIn(region), Text.clean(mute), null);
    }

    TemplateInstance show(Actor actor, String number, String error) {
        return Templates.show(
                actor, NotificationSettings.load(current.user(), mail.enabled(), actor.isAdmin()), number, error);
    }

    @POST
    @Path("mails")
    public Response subscribe(String region) {
        current.actorIn(region);
        subscriptions.subscribe(current.user());
        return redirect(
                region, "Notifications are now sent to " + current.user().mail().address() + ".");
    }

    @POST
    @Path("mails/{id}/removal")
    public Response unsubscribe(String region, UUID id) {
        subscriptions.unsubscribe(current.actorIn(region), current.user().mail(), id);
        return redirect(region, "Mail is no longer sent to that address.");
    }

    Response redirect(String region, String message) {
        return flash.to(Urls.notificationSettings(region), message);
    }
}
