package dev.handshake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.json.UuidParam;
import dev.handshake.reminder.Reminded;
import dev.handshake.reminder.Reminding;
import dev.handshake.web.Formats;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * {@code /v2/images/{id}/members/{member}/reminders}: beyond what such services have; a consumer is told again of an
 * offer.
 */
@Path("/{region}/v2/images/{id}/members/{member}/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class RemindersApi {

    /**
     * How the offer stands after it.
     *
     * @param againAt from when on the next one is possible; none where there is to be no other
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReminderBody(
            @JsonProperty("image_id") String imageId,
            @JsonProperty("member_id") String memberId,
            int reminders,
            @JsonProperty("again_at") String againAt) {}

    private final CurrentUser current;
    private final Reminding reminders;

    RemindersApi(CurrentUser current, Reminding reminding) {
        this.current = current;
        this.reminders = reminding;
    }

    @POST
    public ReminderBody remind(String region, UuidParam id, String member) {
        Reminded now = reminders.remind(current.actorIn(region), id.uuid(), member);
        String again = now.isOver() ? null : Formats.iso(now.againAt());
        return new ReminderBody(id.uuid().toString(), member, now.times(), again);
    }
}
