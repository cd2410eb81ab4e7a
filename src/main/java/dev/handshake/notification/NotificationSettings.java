package dev.handshake.notification;

import dev.handshake.account.MailAddress;
import dev.handshake.account.User;
import java.util.List;
import java.util.Optional;

/**
 * The notification settings visible to a user.
 *
 * @param isMailEnabled whether this portal sends mail
 * @param subscriptions the account's mail subscriptions: all of them for an admin, otherwise the user's own
 * @param mailMute set if the account muted all mail, otherwise null
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

    /** Whether the user's own address is subscribed. */
    public boolean isSubscribed() {
        return subscriptions.stream().anyMatch(each -> isOwn(user, each));
    }
}
