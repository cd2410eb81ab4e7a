package dev.handshake.notification;

import dev.handshake.account.MailAddress;
import dev.handshake.account.User;
import java.util.List;
import java.util.Optional;

/**
 * What an account wants to hear, and what its people may change of that.
 *
 * @param isMailEnabled whether this portal sends mail at all
 * @param subscriptions where notices of the account go; all of them for an admin, for others their own
 * @param mailMute set where the account wants no mail at all, or null
 */
public record NotificationSettings(
        User user, boolean isMailEnabled, List<Subscription> subscriptions, Mute mailMute, List<Mute> mutes) {

    static NotificationSettings load(User user, boolean isMailing, boolean isAdmin) {
        List<Mute> all = Mute.findByAccount(user.account());
        return new NotificationSettings(
                user,
                isMailing,
                Subscription.findByAccount(user.account()).stream()
                        .filter(each -> isAdmin || isOwn(user, each))
                        .toList(),
                all.stream().filter(Mute::isForAllMail).findFirst().orElse(null),
                all.stream().filter(each -> !each.isForAllMail()).toList());
    }

    private static boolean isOwn(User user, Subscription subscription) {
        return Optional.ofNullable(user.mail())
                .map(MailAddress::address)
                .filter(subscription::hasAddress)
                .isPresent();
    }

    /** Whether mail goes to the address of who reads this. */
    public boolean isSubscribed() {
        return subscriptions.stream().anyMatch(each -> isOwn(user, each));
    }
}
