package dev.handshake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.json.UuidParam;
import dev.handshake.reminder.ReminderService;
import dev.handshake.reminder.ReminderStatus;
import dev.handshake.web.Formats;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * {@code /v2/images/{id}/members/{member}/reminders}: reminds a consumer of an offer. An extension of the Images API.
 */
@Path("/{region}/v2/images/{id}/members/{member}/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class RemindersApi {

    /**
     * The reminders of an offer.
     *
     * @param againAt when the next reminder is possible; null if there are none left
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReminderBody(
            @JsonProperty("image_id") String imageId,
            @JsonProperty("member_id") String memberId,
            int reminders,
            @JsonProperty("again_at") String againAt) {}

    private final CurrentUser current;
    private final ReminderService reminders;

    RemindersApi(CurrentUser current, ReminderService reminders) {
        this.current = current;
        this.reminders = reminders;
    }

    @POST
    public ReminderBody remind(String region, UuidParam id, String member) {
        ReminderStatus now = reminders.remind(current.actorIn(region), id.uuid(), member);
        String again = now.isExhausted() ? null : Formats.iso(now.nextAllowedAt());
        return new ReminderBody(id.uuid().toString(), member, now.times(), again);
    }
}
