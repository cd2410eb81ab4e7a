package dev.handshake.reminder;

import dev.handshake.account.CurrentUser;
import dev.handshake.web.Flash;
import dev.handshake.web.Formats;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** {@code /{region}/images/{id}/offers/…/reminders}: reminds one consumer, or all that have not decided. */
@Path("/{region}/images/{id}/offers")
@Authenticated
public class RemindersResource {

    private final CurrentUser current;
    private final ReminderService reminders;
    private final Flash flash;

    RemindersResource(CurrentUser current, ReminderService reminders, Flash flash) {
        this.current = current;
        this.reminders = reminders;
        this.flash = flash;
    }

    @POST
    @Path("{account}/reminders")
    public Response remind(String region, UUID id, String account) {
        String member = Text.clean(account);
        reminders.remind(current.actorIn(region), id, member);
        String message = member + " has been reminded. The offer is highlighted among its invitations.";
        URI image = Urls.image(region, id);
        URI sender = flash.sender(image, Urls.offers(region));
        return sender.getPath().equals(image.getPath())
                ? flash.to(sender, message)
                : flash.to(sender, message, image, "View image");
    }

    @POST
    @Path("reminders")
    public Response remindAll(String region, UUID id) {
        ReminderService.RemindedCount count = reminders.remindAll(current.actorIn(region), id);
        String left = count.tooEarly() == 0
                ? ""
                : " " + Formats.counted(count.tooEarly(), "account")
                        + " left out: reminded recently, or as often as possible.";
        return flash.to(
                flash.sender(Urls.image(region, id)),
                Formats.counted(count.reminded(), "account") + " reminded." + left);
    }
}
