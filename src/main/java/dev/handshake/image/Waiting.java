package dev.handshake.image;

import dev.handshake.account.CurrentAccount;
import dev.handshake.account.User;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** How many invitations wait for an answer, in each of the account's regions: for the head of every page. */
@RequestScoped
@Named("waiting")
public class Waiting {

    private final CurrentAccount current;
    private Tally tally;

    Waiting(CurrentAccount current) {
        this.current = current;
    }

    /** {@code 3}, {@code 99+}, or an empty text. */
    public String in(String region) {
        if (tally == null) {
            User user = current.user();
            tally = Tally.invited(
                    user.account(),
                    user.regions().stream().map(Waiting::pending).toList());
        }
        return tally.of(pending(region));
    }

    private static Tally.Slot pending(String region) {
        return new Tally.Slot(region, MembershipStatus.PENDING);
    }
}
