package dev.handshake.webhook;

import dev.handshake.lease.LeaseTerm;
import dev.handshake.notification.MuteLookup;
import dev.handshake.notification.NotificationRequest;
import dev.handshake.notification.NotificationType;
import dev.handshake.region.Regions;
import dev.handshake.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is to be sent. Each method is a short transaction; none is open while waiting for a receiver. */
@ApplicationScoped
class WebhookOutbox {

    private static final int MAX_EVENTS = 200;
    private static final int MAX_TARGETS = 100;
    /** In a notification. A host of 253 characters with its port is longer. */
    private static final int MAX_NAME_LENGTH = 255;

    private final Clock clock;
    private final WebhookConfig config;
    private final LeaseTerm leases;
    private final List<String> regions;
    private final MuteLookup mutes;
    private final Event<NotificationRequest> notifications;

    WebhookOutbox(
            Clock clock,
            WebhookConfig config,
            Regions regions,
            MuteLookup mutes,
            Event<NotificationRequest> notifications) {
        this.clock = clock;
        this.config = config;
        this.leases = new LeaseTerm(clock, config.timeout().plus(config.leaseDuration()));
        this.regions = List.copyOf(regions.all());
        this.mutes = mutes;
        this.notifications = notifications;
    }

    /**
     * Creates the deliveries of the oldest events.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean createDeliveries() {
        List<WebhookEvent> events = WebhookEvent.lockOldest(MAX_EVENTS);
        Map<String, List<WebhookEvent>> byRegion = events.stream().collect(Collectors.groupingBy(each -> each.region));
        byRegion.forEach(this::createDeliveries);
        events.forEach(each -> each.delete());
        return events.size() == MAX_EVENTS;
    }

    private void createDeliveries(String region, List<WebhookEvent> events) {
        Set<String> accounts = events.stream().map(each -> each.account).collect(Collectors.toSet());
        for (Webhook webhook : WebhookQueries.findActive(region, accounts)) {
            events.stream()
                    .filter(event -> event.account.equals(webhook.account))
                    .filter(event -> !mutes.hasMuted(event.account, event.sender))
                    .forEach(event -> create(webhook, event.type, event.body, event.at));
            trim(webhook);
        }
    }

    private WebhookDelivery create(Webhook webhook, WebhookEventType type, String body, Instant at) {
        WebhookDelivery delivery = WebhookDelivery.create(webhook, type, body, at, clock.instant(), config.retryFor());
        delivery.persist();
        return delivery;
    }

    /** Creates a delivery of a test event. */
    @Transactional(Transactional.TxType.MANDATORY)
    void createTest(Webhook locked) {
        Instant now = clock.instant();
        create(locked, WebhookEventType.TEST, WebhookBody.test(locked.region, locked.id, now), now);
        trim(locked);
    }

    /** Removes the oldest deliveries beyond the number that is kept. Locks the webhook first, as attempts do. */
    private void trim(Webhook webhook) {
        List<WebhookDelivery> beyond = WebhookQueries.listNewest(webhook, config.maxDeliveries(), MAX_EVENTS);
        if (!beyond.isEmpty()) {
            WebhookQueries.refreshLocked(webhook);
            webhook.dropped += beyond.stream()
                    .filter(each -> each.status() == WebhookDelivery.Status.PENDING)
                    .count();
            List<UUID> ids = beyond.stream().map(each -> each.id).toList();
            WebhookDelivery.delete("region = ?1 and id in ?2", webhook.region, ids);
        }
    }

    /** Webhooks with deliveries due, longest waiting first. */
    @Transactional
    List<WebhookTarget> findDue() {
        Instant now = clock.instant();
        return regions.stream()
                .flatMap(region -> WebhookQueries.findDue(region, now, MAX_TARGETS).stream())
                .toList();
    }

    /** Claims the next delivery of a webhook. Empty if another replica was faster. */
    @Transactional
    Optional<WebhookAttempt> claim(WebhookTarget target) {
        Instant now = clock.instant();
        return WebhookQueries.tryLock(target.region(), target.webhook())
                .filter(webhook -> webhook.isReady(now))
                .flatMap(webhook -> WebhookQueries.findNext(target.region(), target.webhook(), now)
                        .map(delivery -> claim(webhook, delivery, target, now)));
    }

    private WebhookAttempt claim(Webhook webhook, WebhookDelivery delivery, WebhookTarget target, Instant now) {
        UUID claim = UUID.randomUUID();
        leases.claim(webhook, claim);
        delivery.begin(now);
        return new WebhookAttempt(
                claim, target, delivery.id, webhook.url, webhook.host(), delivery.body, webhook.secrets(now));
    }

    /** Records the outcome, unless another replica took the attempt for dead. */
    @Transactional
    void record(WebhookAttempt attempt, WebhookOutcome outcome) {
        WebhookTarget target = attempt.target();
        List<Webhook> locked =
                WebhookQueries.lock(target.region(), target.webhook()).stream().toList();
        leases.ifHeld(locked, attempt.claim(), webhook -> record(webhook, attempt.delivery(), outcome));
    }

    private void record(Webhook webhook, UUID delivery, WebhookOutcome outcome) {
        Instant now = clock.instant();
        WebhookQueries.findDelivery(webhook, delivery).ifPresent(found -> found.end(outcome, now, config.retryDelay()));
        if (outcome.isDelivered()) {
            webhook.succeed(now);
        } else {
            webhook.fail(now, config.retryDelay());
            if (webhook.isActive() && webhook.isFailingFor(config.switchOffAfter(), now)) {
                switchOff(webhook, now);
            }
        }
    }

    private void switchOff(Webhook webhook, Instant now) {
        webhook.switchOff();
        WebhookQueries.failPending(webhook, "The webhook was switched off.");
        notifications.fire(new NotificationRequest(
                webhook.region,
                webhook.account,
                NotificationType.WEBHOOK_OFF,
                webhook.account,
                webhook.id,
                Text.abbreviate(MAX_NAME_LENGTH, webhook.host()),
                webhook.id,
                "",
                now));
    }

    /** Deletes deliveries that are too old to be kept. */
    @Transactional
    void deleteExpired() {
        WebhookDelivery.delete("createdAt < ?1", clock.instant().minus(config.retention()));
    }
}
