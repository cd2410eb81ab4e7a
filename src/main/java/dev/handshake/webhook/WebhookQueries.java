package dev.handshake.webhook;

import dev.handshake.account.Actor;
import dev.handshake.lease.SkipLocked;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries for webhooks and their deliveries. */
final class WebhookQueries {

    private static final String DUE = "select new dev.handshake.webhook.WebhookTarget(w.region, w.id, w.account)"
            + " from Webhook w where w.region = ?1 and w.active = true and w.lease.until <= ?2 and exists"
            + " (select 1 from WebhookDelivery d where d.region = ?1 and d.webhook = w.id and d.status = PENDING"
            + " and d.dueAt <= ?2) order by w.lease.until";

    private WebhookQueries() {}

    /** The account's webhooks, oldest first. */
    static List<Webhook> list(Actor reader) {
        return Webhook.list("region = ?1 and account = ?2 order by createdAt, id", reader.region(), reader.account());
    }

    static Optional<Webhook> find(Actor reader, UUID id) {
        return Webhook.find("region = ?1 and id = ?2 and account = ?3", reader.region(), id, reader.account())
                .firstResultOptional();
    }

    static Optional<Webhook> lock(Actor actor, UUID id) {
        return lock(actor.region(), id).filter(each -> each.account.equals(actor.account()));
    }

    static Optional<Webhook> lock(String region, UUID id) {
        return Webhook.<Webhook>find("region = ?1 and id = ?2", region, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Empty if another replica holds the lock, too. */
    static Optional<Webhook> tryLock(String region, UUID id) {
        return SkipLocked.on(Webhook.<Webhook>find("region = ?1 and id = ?2", region, id))
                .firstResultOptional();
    }

    static long count(Actor actor) {
        return Webhook.count("region = ?1 and account = ?2", actor.region(), actor.account());
    }

    static List<Webhook> findActive(String region, Collection<String> accounts) {
        return Webhook.list("region = ?1 and account in ?2 and active = true order by id", region, accounts);
    }

    /** Webhooks with deliveries due, longest waiting first. */
    static List<WebhookTarget> findDue(String region, Instant now, int most) {
        return Webhook.getEntityManager()
                .createQuery(DUE, WebhookTarget.class)
                .setParameter(1, region)
                .setParameter(2, now)
                .setMaxResults(most)
                .getResultList();
    }

    /** The webhook's delivery that is due for longest. */
    static Optional<WebhookDelivery> findNext(String region, UUID webhook, Instant now) {
        return WebhookDelivery.find(
                        "region = ?1 and webhook = ?2 and status = PENDING and dueAt <= ?3 order by dueAt, createdAt, id",
                        region,
                        webhook,
                        now)
                .firstResultOptional();
    }

    static Optional<WebhookDelivery> findDelivery(Webhook webhook, UUID id) {
        return WebhookDelivery.find("region = ?1 and id = ?2 and webhook = ?3", webhook.region, id, webhook.id)
                .firstResultOptional();
    }

    /** The webhook's deliveries, newest first. */
    static List<WebhookDelivery> listNewest(Webhook webhook, int from, int most) {
        return WebhookDelivery.<WebhookDelivery>find(
                        "region = ?1 and webhook = ?2 order by createdAt desc, id desc", webhook.region, webhook.id)
                .range(from, from + most - 1)
                .list();
    }

    /** Locks a webhook that was read before, and reads it again: an update writes all its columns. */
    static void refreshLocked(Webhook webhook) {
        Webhook.getEntityManager().refresh(webhook, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Fails all pending deliveries of a webhook that is switched off. */
    static void failPending(Webhook webhook, String reason) {
        WebhookDelivery.update(
                "status = FAILED, reason = ?3 where region = ?1 and webhook = ?2 and status = PENDING",
                webhook.region,
                webhook.id,
                reason);
    }
}
