package dev.handshake.notification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One notice as its page shows it.
 *
 * @param mailProblem what went wrong with its mails, if anything: of several the worst
 */
public record NotificationRow(Notification notification, NotificationText text, MailDeliveryStatus mailProblem) {

    /** The rows of a page of one region, with their mails in one query. */
    static List<NotificationRow> load(String region, List<Notification> notices) {
        List<Long> ids = notices.stream().map(each -> each.id).toList();
        Map<Long, MailDeliveryStatus> amiss = MailDeliveryQueries.findProblems(region, ids).stream()
                .collect(Collectors.toMap(each -> each.notificationId, MailDelivery::status, NotificationRow::worse));
        return notices.stream()
                .map(each -> new NotificationRow(each, NotificationText.from(each), amiss.get(each.id)))
                .toList();
    }

    private static MailDeliveryStatus worse(MailDeliveryStatus one, MailDeliveryStatus other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    public boolean isMailOutcomeUnknown() {
        return mailProblem == MailDeliveryStatus.OUTCOME_UNKNOWN;
    }

    public boolean isMailRefused() {
        return mailProblem == MailDeliveryStatus.REFUSED;
    }
}
