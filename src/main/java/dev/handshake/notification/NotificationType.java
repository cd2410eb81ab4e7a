package dev.handshake.notification;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a notification is about: an event of an image, an abuse report, or a finished task. */
public enum NotificationType {
    OFFERED("offered"),
    ACCEPTED("accepted"),
    REJECTED("rejected"),
    RECONSIDERED("moved back to pending"),
    REMINDED("reminder"),
    REMOVED("removed"),
    UNDONE("offer undone"),
    DELETED("deleted"),
    DEACTIVATED("deactivated"),
    REACTIVATED("reactivated"),
    SUSPENDED("suspended"),
    LIFTED("suspension lifted"),
    REPORTED("reported"),
    ANSWERED("answered"),
    WEBHOOK_OFF("webhook off"),
    SUCCESS("completed"),
    FAILURE("failed");

    private static final List<Set<NotificationType>> MERGE_GROUPS = List.of(
            EnumSet.of(OFFERED, REMOVED, UNDONE),
            EnumSet.of(ACCEPTED, REJECTED, RECONSIDERED),
            EnumSet.of(DEACTIVATED, REACTIVATED));

    private final String label;

    NotificationType(String word) {
        this.label = word;
    }

    /** The types merged with this one, of which only the latest matters; empty if it is never merged. */
    Set<NotificationType> mergeGroup() {
        return MERGE_GROUPS.stream()
                .filter(each -> each.contains(this))
                .findFirst()
                .orElse(Set.of());
    }

    public String label() {
        return label;
    }
}
