package dev.handshake.notification;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a notice is about: something that happened to an image, a case, or a task that is over. */
public enum NotificationType {
    OFFERED("offered"),
    ACCEPTED("accepted"),
    REJECTED("rejected"),
    RECONSIDERED("put back to pending"),
    REMINDED("reminder"),
    REMOVED("taken back"),
    DELETED("deleted"),
    DEACTIVATED("deactivated"),
    REACTIVATED("reactivated"),
    SUSPENDED("suspended"),
    LIFTED("suspension lifted"),
    REPORTED("reported"),
    ANSWERED("answered"),
    SUCCESS("done"),
    FAILURE("failed");

    private static final List<Set<NotificationType>> MERGE_GROUPS = List.of(
            EnumSet.of(OFFERED, REMOVED),
            EnumSet.of(ACCEPTED, REJECTED, RECONSIDERED),
            EnumSet.of(DEACTIVATED, REACTIVATED));

    private final String label;

    NotificationType(String word) {
        this.label = word;
    }

    /** Those of which the latest is all that matters, this one among them; none where each is for itself. */
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
