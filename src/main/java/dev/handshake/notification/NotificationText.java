package dev.handshake.notification;

import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The text of a notification, and the page it links to.
 *
 * @param name of the image, shown between {@code before} and {@code after}
 * @param path of the page
 */
public record NotificationText(String before, String name, String after, String path) {

    private static final int MAX_NAME_LENGTH = 80;

    /** Users are named only within their own account; others see the account number. */
    static NotificationText from(Notification notification) {
        return notification.taskKind == null
                ? eventText(notification).withCount(notification.times())
                : taskText(notification);
    }

    private NotificationText withCount(int times) {
        String more = times == 1 ? "" : " This is the latest of " + times + " changes.";
        return new NotificationText(before, name, after + more, path);
    }

    private static NotificationText eventText(Notification notification) {
        String sender = "Account " + notification.sender;
        String member = "Account " + notification.member;
        boolean isOwn = notification.account.equals(notification.member);
        String decider = isOwn ? sender : member;
        String onBehalf = isOwn ? " on behalf of your account." : ".";
        return switch (notification.topic) {
            case OFFERED ->
                isOwn
                        ? imageText(notification, sender + " offered you", ".")
                        : imageText(notification, sender + " offered", " to account " + notification.member + ".");
            case ACCEPTED -> imageText(notification, decider + " accepted", onBehalf);
            case REJECTED -> imageText(notification, decider + " rejected", onBehalf);
            case RECONSIDERED -> imageText(notification, decider + " moved", " back to pending" + onBehalf);
            case REMINDED ->
                imageText(
                        notification,
                        isOwn ? sender + " reminded you of" : sender + " reminded " + notification.member + " of",
                        isOwn ? ". It is waiting for your decision." : ".");
            case REMOVED ->
                historyText(
                        notification,
                        sender + " removed " + (isOwn ? "your account" : "account " + notification.member) + " from",
                        ".");
            case UNDONE ->
                isOwn
                        ? historyText(
                                notification,
                                "An offer to you by " + sender.toLowerCase(Locale.ROOT) + " was undone:",
                                ". It was made at the Image service, against the rules of this portal.")
                        : imageText(
                                notification,
                                "The offer to account " + notification.member + " was undone:",
                                ". It was made at the Image service, beyond the most members an image can have, or while it was deactivated.");
            case DELETED -> historyText(notification, sender + " deleted", ".");
            case DEACTIVATED -> imageText(notification, sender + " deactivated", ". Its data is not available.");
            case REACTIVATED -> imageText(notification, sender + " reactivated", ". Its data is available again.");
            case SUSPENDED -> imageText(notification, "The provider suspended", ". Its data is not available.");
            case LIFTED -> imageText(notification, "The provider lifted the suspension of", ".");
            case REPORTED -> caseText(notification, sender + " reported", Urls::abuseDesk);
            case ANSWERED -> caseText(notification, "The provider answered your report of", Urls::abuseReport);
            case WEBHOOK_OFF ->
                new NotificationText(
                        "The webhook to",
                        notification.imageName,
                        " was switched off, because nothing could be delivered for days.",
                        Urls.webhook(notification.region, notification.taskId).toString());
            case SUCCESS, FAILURE -> throw new IllegalStateException("No task: " + notification.topic);
        };
    }

    /** Text for a finished task, named after its kind. */
    private static NotificationText taskText(Notification notification) {
        String kind = notification.taskKind.label();
        boolean isDone = notification.topic == NotificationType.SUCCESS;
        return new NotificationText(
                "The " + kind + " of",
                notification.imageName,
                isDone ? " is complete." : " failed: " + notification.message,
                taskUrl(notification).toString());
    }

    private static URI taskUrl(Notification notification) {
        return switch (notification.taskKind) {
            case IMPORT -> Urls.imageImport(notification.region, notification.taskId);
            case EXPORT -> Urls.export(notification.region, notification.taskId);
            case UPLOAD -> throw new IllegalStateException("Uploads have no notifications");
        };
    }

    /** Text for an abuse report, with its message. */
    private static NotificationText caseText(
            Notification notification, String before, BiFunction<String, UUID, URI> place) {
        String path = place.apply(notification.region, notification.taskId).toString();
        return new NotificationText(before, notification.imageName, ": " + notification.message, path);
    }

    private static NotificationText imageText(Notification notification, String before, String after) {
        return new NotificationText(
                before,
                notification.imageName,
                after,
                Urls.image(notification.region, notification.imageId).toString());
    }

    /** Links to the history, since the recipient can no longer see the image. */
    private static NotificationText historyText(Notification notification, String before, String after) {
        return new NotificationText(
                before,
                notification.imageName,
                after,
                Urls.history(notification.region).toString());
    }

    /** The text on one line without control characters, and with the name abbreviated; for mail subjects. */
    public String singleLine() {
        String shown = Text.abbreviate(MAX_NAME_LENGTH, name);
        return Text.clean(before + " " + Text.bidiIsolated(shown) + after).replaceAll("\\s+", " ");
    }
}
