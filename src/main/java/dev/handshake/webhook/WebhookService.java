package dev.handshake.webhook;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.outbound.OutboundUrl;
import dev.handshake.outbound.PublicAddressResolver;
import dev.handshake.quota.QuotaLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An account's webhooks in one region. Every role sees them, without the secret; only admins change them, since they
 * lead out of the cloud.
 *
 * <p>Each method with an id throws {@link Reason#NOT_FOUND} if the account has no such webhook.
 */
@ApplicationScoped
class WebhookService {

    /** A webhook with a secret that nobody is shown again. */
    record SecretShown(Webhook webhook, String secret) {}

    private final Clock clock;
    private final WebhookConfig config;
    private final WebhookOutbox outbox;
    private final PublicAddressResolver resolver;

    WebhookService(Clock clock, WebhookConfig config, WebhookOutbox outbox, PublicAddressResolver resolver) {
        this.clock = clock;
        this.config = config;
        this.outbox = outbox;
        this.resolver = resolver;
    }

    List<Webhook> list(Actor reader) {
        return WebhookQueries.list(reader);
    }

    Webhook get(Actor reader, UUID id) {
        return WebhookQueries.find(reader, id).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
    }

    /** @throws RefusedException {@link Reason#ROLE_TOO_LOW} if the reader may not change it */
    Webhook getToChange(Actor reader, UUID id) {
        Webhook webhook = get(reader, id);
        reader.require(Role.ADMIN);
        return webhook;
    }

    /**
     * @throws RefusedException {@link Reason#ROLE_TOO_LOW}, {@link Reason#TOO_MANY_WEBHOOKS},
     *     {@link Reason#WEBHOOK_URL_TOO_LONG}, or one of the {@code URL_} reasons that can be checked without a
     *     connection
     */
    @Transactional
    SecretShown add(Actor actor, String typed) {
        actor.require(Role.ADMIN);
        String url =
                resolver.requireAllowedPort(OutboundUrl.parse(typed)).toUri().toString();
        if (url.length() > Webhook.MAX_URL_LENGTH) {
            throw new RefusedException(Reason.WEBHOOK_URL_TOO_LONG, Webhook.MAX_URL_LENGTH);
        }
        QuotaLock.acquire(actor.account(), actor.region());
        if (WebhookQueries.count(actor) >= config.maxPerAccount()) {
            throw new RefusedException(Reason.TOO_MANY_WEBHOOKS, config.maxPerAccount());
        }
        String secret = WebhookSecret.generate();
        Webhook webhook = Webhook.create(actor, url, secret, clock.instant());
        webhook.persist();
        return new SecretShown(webhook, secret);
    }

    @Transactional
    void remove(Actor actor, UUID id) {
        lock(actor, id).delete();
    }

    /** Whether one of the deliveries is about to be sent, so that it is worth looking again soon. */
    boolean isSending(Webhook webhook, List<WebhookDelivery> deliveries) {
        Instant now = clock.instant();
        return webhook.isActive() && deliveries.stream().anyMatch(each -> each.isDue(now));
    }

    /** Whether the previous secret still signs. */
    boolean isPreviousSigning(Webhook webhook) {
        return webhook.isPreviousSigning(clock.instant());
    }

    /** For 24 hours the previous secret signs too. */
    @Transactional
    SecretShown replaceSecret(Actor actor, UUID id) {
        Webhook webhook = lock(actor, id);
        String secret = WebhookSecret.generate();
        webhook.replaceSecret(secret, clock.instant());
        return new SecretShown(webhook, secret);
    }

    @Transactional
    void switchOn(Actor actor, UUID id) {
        Webhook webhook = lock(actor, id);
        if (!webhook.isActive()) {
            webhook.switchOn(clock.instant());
        }
    }

    /** @throws RefusedException {@link Reason#WEBHOOK_OFF} */
    @Transactional
    void sendTest(Actor actor, UUID id) {
        Webhook webhook = lockActive(actor, id);
        outbox.createTest(webhook);
        webhook.wake(clock.instant());
    }

    /** @throws RefusedException {@link Reason#WEBHOOK_OFF} */
    @Transactional
    void resend(Actor actor, UUID id, UUID delivery) {
        Webhook webhook = lock(actor, id);
        WebhookDelivery found = WebhookQueries.findDelivery(webhook, delivery)
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
        requireActive(webhook);
        found.schedule(clock.instant(), config.retryFor());
        webhook.wake(clock.instant());
    }

    private Webhook lock(Actor actor, UUID id) {
        Webhook webhook = WebhookQueries.lock(actor, id).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
        actor.require(Role.ADMIN);
        return webhook;
    }

    private Webhook lockActive(Actor actor, UUID id) {
        Webhook webhook = lock(actor, id);
        requireActive(webhook);
        return webhook;
    }

    private static void requireActive(Webhook webhook) {
        if (!webhook.isActive()) {
            throw new RefusedException(Reason.WEBHOOK_OFF);
        }
    }
}
