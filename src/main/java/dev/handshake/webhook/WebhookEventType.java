package dev.handshake.webhook;

import dev.handshake.image.HistoryEventType;
import java.util.Arrays;
import java.util.Optional;

/** The types of events that webhooks are sent. */
public enum WebhookEventType {
    OFFERED("image.offered", "pending"),
    ACCEPTED("image.accepted", "accepted"),
    REJECTED("image.rejected", "rejected"),
    RECONSIDERED("image.reconsidered", "pending"),
    REMOVED("image.removed", null),
    UNDONE("image.offer_undone", null),
    SUSPENDED("image.suspended", null),
    LIFTED("image.suspension_lifted", null),
    DELETED("image.deleted", null),
    /** An import, upload or snapshot is complete. */
    READY("image.ready", "active"),
    TEST("webhook.test", null);

    private final String apiName;
    private final String status;

    WebhookEventType(String apiName, String status) {
        this.apiName = apiName;
        this.status = status;
    }

    static Optional<WebhookEventType> from(HistoryEventType type) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(type.name()))
                .findFirst();
    }

    /** {@code image.offered}, as in the body. */
    public String apiName() {
        return apiName;
    }

    /** The status of the membership or image afterwards, or null. */
    String status() {
        return status;
    }
}
