package dev.handshake.reminder;

import dev.handshake.image.MemberRow;
import dev.handshake.image.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the pages of images show of reminders: asked once for all the offers of a page. */
@ApplicationScoped
@Named("reminders")
public class Reminders {

    /** The offers of one page. */
    public record OnPage(Map<Reminder.Key, Reminded> standing) {

        public Reminded of(Membership offer) {
            return standing.get(Reminder.Key.of(offer));
        }
    }

    private final ReminderSettings settings;
    private final Clock clock;

    Reminders(ReminderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public OnPage of(List<Membership> offers) {
        Instant now = clock.instant();
        Map<Reminder.Key, Reminder> reminders = Reminder.of(offers);
        Map<Reminder.Key, Reminded> standing = new HashMap<>();
        for (Membership each : offers) {
            Reminder.Key key = Reminder.Key.of(each);
            standing.put(key, Reminded.of(each, reminders.get(key), settings, now));
        }
        return new OnPage(standing);
    }

    public Reminded one(Membership offer) {
        return of(List.of(offer)).of(offer);
    }

    public OnPage ofRows(List<MemberRow> offers) {
        return of(offers.stream().map(MemberRow::membership).toList());
    }
}
