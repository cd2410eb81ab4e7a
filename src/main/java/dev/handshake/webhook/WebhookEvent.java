package dev.handshake.webhook;

import dev.handshake.lease.SkipLocked;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An event for one account whose deliveries are still to be created; deleted then. */
@Entity
@Table(name = "webhook_event")
@IdClass(WebhookEvent.Key.class)
class WebhookEvent extends PanacheEntityBase {

    public record Key(String region, UUID id) {}

    @Id
    public String region;

    @Id
    public UUID id;

    public String account;

    /** The account whose action caused it. */
    public String sender;

    @Enumerated(EnumType.STRING)
    @Column(name = "event_type")
    public WebhookEventType type;

    /** JSON, as it is sent. */
    public String body;

    public Instant at;

    static WebhookEvent create(
            String region, String account, String sender, WebhookEventType type, String body, Instant at) {
        WebhookEvent event = new WebhookEvent();
        event.region = region;
        event.id = UUID.randomUUID();
        event.account = account;
        event.sender = sender;
        event.type = type;
        event.body = body;
        event.at = at;
        return event;
    }

    /** Locks the oldest events. */
    static List<WebhookEvent> lockOldest(int most) {
        return SkipLocked.on(WebhookEvent.<WebhookEvent>find("order by at"))
                .range(0, most - 1)
                .list();
    }
}
