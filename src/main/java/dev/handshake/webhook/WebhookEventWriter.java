package dev.handshake.webhook;

import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryRecorded;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDataStored;
import dev.handshake.notification.HistoryRecipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;

/**
 * Writes events in the transaction of what happened, for everyone who is notified of it and for the account that did
 * it, if it is a party. One row for each account, and no query, whoever the accounts are.
 */
@ApplicationScoped
class WebhookEventWriter {

    private final Clock clock;
    private final WebhookConfig config;

    WebhookEventWriter(Clock clock, WebhookConfig config) {
        this.clock = clock;
        this.config = config;
    }

    void onHistoryRecorded(@Observes HistoryRecorded recorded) {
        HistoryEntry line = recorded.entry();
        if (config.isEnabled()) {
            WebhookEventType.from(line.eventType).ifPresent(type -> {
                String body = WebhookBody.of(type, line);
                HistoryRecipients.of(line)
                        .map(account ->
                                WebhookEvent.create(line.region, account, line.senderTo(account), type, body, line.at))
                        .forEach(event -> event.persist());
            });
        }
    }

    void onImageDataStored(@Observes ImageDataStored stored) {
        if (config.isEnabled()) {
            Image image = stored.image();
            Instant now = clock.instant();
            String body = WebhookBody.ready(image, now);
            WebhookEvent.create(image.region, image.owner, image.owner, WebhookEventType.READY, body, now)
                    .persist();
        }
    }
}
