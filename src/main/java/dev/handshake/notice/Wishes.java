package dev.handshake.notice;

import dev.handshake.account.MailAddress;
import dev.handshake.account.User;
import java.util.List;
import java.util.Optional;

/**
 * What an account wants to hear, and what its people may change of that.
 *
 * @param isMailing whether this portal sends mail at all
 * @param mails where notices of the account go; all of them for an admin, for others their own
 * @param mailMute set where the account wants no mail at all, or null
 */
public record Wishes(User user, boolean isMailing, List<Subscription> mails, Mute mailMute, List<Mute> mutes) {

    static Wishes of(User user, boolean isMailing, boolean isAdmin) {
        List<Mute> all = Mute.of(user.account());
        return new Wishes(
                user,
                isMailing,
                Subscription.of(user.account()).stream()
                        .filter(each -> isAdmin || isOwn(user, each))
                        .toList(),
                all.stream().filter(Mute::isOfMail).findFirst().orElse(null),
                all.stream().filter(each -> !each.isOfMail()).toList());
    }

    private static boolean isOwn(User user, Subscription subscription) {
        return Optional.ofNullable(user.mail())
                .map(MailAddress::address)
                .filter(subscription::isTo)
                .isPresent();
    }

    /** Whether mail goes to the address of who reads this. */
    public boolean isSubscribed() {
        return mails.stream().anyMatch(each -> isOwn(user, each));
    }
}
