package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.paging.CappedCounts;
import dev.handshake.web.Text;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A tab that filters a list of memberships by status.
 *
 * @param count how many there are: {@code 3}, {@code 99+}, or empty
 */
public record StatusTab(MembershipStatus status, String count) {

    public static List<StatusTab> forInvitations(Actor actor) {
        return tabs(status -> MembershipQueries.countInvitations(actor.account(), actor.region(), status));
    }

    static List<StatusTab> forOffers(Actor actor) {
        return tabs(status -> MembershipQueries.countOffers(actor.account(), actor.region(), status));
    }

    private static List<StatusTab> tabs(Function<MembershipStatus, CappedCounts.CountQuery> counted) {
        List<MembershipStatus> all = List.of(MembershipStatus.values());
        CappedCounts<MembershipStatus> cappedCounts =
                new CappedCounts<>(all.stream().collect(Collectors.toMap(Function.identity(), counted)));
        return all.stream()
                .map(status -> new StatusTab(status, cappedCounts.display(status)))
                .toList();
    }

    /** The status in the URL, or null if there is none. */
    public static MembershipStatus parseStatus(String word) {
        try {
            return Text.clean(word).isEmpty() ? null : MembershipStatus.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new RefusedException(Reason.MALFORMED, "no such status");
        }
    }
}
