package dev.handshake.notification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One notification as shown on the page.
 *
 * @param mailProblem the worst problem among its mail deliveries, or null
 */
public record NotificationRow(Notification notification, NotificationText text, MailDeliveryStatus mailProblem) {

    /** Loads the rows of a page, with their mail problems in one query. All must be of one region. */
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
