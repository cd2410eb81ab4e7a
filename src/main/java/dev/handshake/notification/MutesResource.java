package dev.handshake.notification;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.account.Role;
import dev.handshake.web.Forms;
import dev.handshake.web.Text;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /{region}/notifications/mutes}: mutes accounts, or all mail. */
@Path("/{region}/notifications/mutes")
@Authenticated
public class MutesResource {

    private final CurrentUser current;
    private final MuteService muteService;
    private final NotificationSettingsResource settings;
    private final Forms forms;

    MutesResource(CurrentUser current, MuteService muteService, NotificationSettingsResource settings, Forms forms) {
        this.current = current;
        this.muteService = muteService;
        this.settings = settings;
        this.forms = forms;
    }

    @POST
    public Response mute(String region, @RestForm String number) {
        Actor actor = current.actorIn(region);
        actor.require(Role.ADMIN);
        String sender = Text.clean(number);
        forms.onRefusal(no -> Forms.showAgain(settings.show(actor, sender, no.message())));
        muteService.mute(actor, sender);
        return settings.redirect(region, "Account " + sender + " is muted.");
    }

    @POST
    @Path("{number}/removal")
    public Response unmute(String region, String number) {
        muteService.unmute(current.actorIn(region), Text.clean(number));
        return settings.redirect(region, "Account " + Text.clean(number) + " is no longer muted.");
    }

    @POST
    @Path("mail")
    public Response muteMail(String region) {
        muteService.muteMail(current.actorIn(region));
        return settings.redirect(region, "Mail is turned off for your account.");
    }

    @POST
    @Path("mail/removal")
    public Response unmuteMail(String region) {
        muteService.unmuteMail(current.actorIn(region));
        return settings.redirect(region, "Mail is turned on again for your account.");
    }
}
