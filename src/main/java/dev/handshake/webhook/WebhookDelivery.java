package dev.handshake.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The delivery of one event to one webhook, with its last attempt. */
@Entity
@Table(name = "webhook_delivery")
@IdClass(WebhookDelivery.Key.class)
public class WebhookDelivery extends PanacheEntityBase {

    public record Key(String region, UUID id) {}

    /** What became of it. */
    public enum Status {
        PENDING("Pending", "pending"),
        DELIVERED("Delivered", "accepted"),
        FAILED("Failed", "rejected");

        private final String label;
        private final String style;

        Status(String label, String style) {
            this.label = label;
            this.style = style;
        }

        public String label() {
            return label;
        }

        /** The suffix of its class in the style sheet. */
        public String style() {
            return style;
        }
    }

    /** The retry delay doubles up to 256 times the first. */
    private static final int MAX_DOUBLINGS = 8;

    @Id
    public String region;

    /** The id of the message, the same at every attempt. */
    @Id
    public UUID id;

    public UUID webhook;

    @Enumerated(EnumType.STRING)
    @Column(name = "event_type")
    public WebhookEventType type;

    public String body;

    @Column(name = "created_at")
    public Instant createdAt;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "retry_until")
    private Instant retryUntil;

    public int attempts;

    @Column(name = "attempted_at")
    public Instant attemptedAt;

    /** Null if there was no response. */
    @Column(name = "response_code")
    public Integer responseCode;

    /** Why there was no response, or null. */
    public String reason;

    /** The duration of the last attempt. */
    public Long millis;

    static WebhookDelivery create(
            Webhook webhook, WebhookEventType type, String body, Instant at, Instant now, Duration retryFor) {
        WebhookDelivery delivery = new WebhookDelivery();
        delivery.region = webhook.region;
        delivery.id = UUID.randomUUID();
        delivery.webhook = webhook.id;
        delivery.type = type;
        delivery.body = body;
        delivery.createdAt = at;
        delivery.schedule(now, retryFor);
        return delivery;
    }

    /** Also for one that was delivered, or failed. */
    void schedule(Instant now, Duration retryFor) {
        status = Status.PENDING;
        dueAt = now;
        retryUntil = now.plus(retryFor);
    }

    /** An attempt counts even if its outcome is never known. */
    void begin(Instant now) {
        attempts++;
        attemptedAt = now;
    }

    /** Records the outcome of the attempt; schedules the next one if it failed and there is time. */
    void end(WebhookOutcome outcome, Instant now, Duration retryDelay) {
        responseCode = outcome.responseCode();
        reason = outcome.reason();
        millis = outcome.millis();
        if (outcome.isDelivered()) {
            status = Status.DELIVERED;
        } else {
            dueAt = now.plus(retryDelay.multipliedBy(1L << Math.min(Math.max(0, attempts - 1), MAX_DOUBLINGS)));
            status = dueAt.isAfter(retryUntil) ? Status.FAILED : Status.PENDING;
        }
    }

    /** Whether an attempt is under way or about to begin. */
    boolean isDue(Instant now) {
        return status == Status.PENDING && !dueAt.isAfter(now);
    }

    public Status status() {
        return status;
    }
}
