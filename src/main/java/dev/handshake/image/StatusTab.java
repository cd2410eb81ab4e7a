package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.web.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One of the tabs that part a list of memberships by status.
 *
 * @param count how many there are: {@code 3}, {@code 99+}, or empty
 */
public record StatusTab(MembershipStatus status, String count) {

    static List<StatusTab> invited(Actor actor) {
        return tabs(actor, Tally.invited(actor.account(), slots(actor)));
    }

    static List<StatusTab> offered(Actor actor) {
        return tabs(actor, Tally.offered(actor.account(), slots(actor)));
    }

    private static List<StatusTab> tabs(Actor actor, Tally tally) {
        return slots(actor).stream()
                .map(slot -> new StatusTab(slot.status(), tally.of(slot)))
                .toList();
    }

    private static List<Tally.Slot> slots(Actor actor) {
        return Arrays.stream(MembershipStatus.values())
                .map(status -> new Tally.Slot(actor.region(), status))
                .toList();
    }

    /** The status that an address names, or null where it names none. */
    static MembershipStatus named(String word) {
        try {
            return Text.typed(word).isEmpty() ? null : MembershipStatus.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Refused(Reason.MALFORMED, "no such status");
        }
    }
}
