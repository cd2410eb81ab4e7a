package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.bill.UsagePeriod;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/**
 * Queries what an account used in a month, up to now. Resources still in use appear under their current name.
 *
 * <p>Usage that starts or ends during the query does not change its result, since only elapsed time counts.
 */
class UsageQueries {

    private static final String IN_USE_HQL =
            "select new dev.handshake.bill.UsagePeriod(s.id, s.usage, s.account, s.owner, s.resourceId, coalesce(i.name, s.name), s.resourceType,"
                    + " coalesce(i.size, s.size), s.price, s.since, s.until)"
                    + " from UsageRecord s left join Image i on i.region = s.region and i.id = s.resourceId and s.until = :open"
                    + " where s.region = :region and s.account = :account and s.since < :to and s.until > :from";
    private static final String AFTER_HQL = " and (s.since, s.id) > (:since, :id) order by s.since, s.id";

    private final Actor actor;
    private final BillingMonth month;

    UsageQueries(Actor actor, BillingMonth month) {
        this.actor = actor;
        this.month = month;
    }

    /** All usage, unordered and in constant memory. Must be read in a transaction and closed. */
    Stream<UsagePeriod> streamAll() {
        return month.isFuture()
                ? Stream.of()
                : query(IN_USE_HQL)
                        .setHint(HibernateHints.HINT_FETCH_SIZE, 1_000)
                        .getResultStream();
    }

    /** The next {@code most} records after {@code last}, oldest first; null starts at the beginning. */
    List<UsagePeriod> listAfter(UsagePeriod last, int most) {
        if (month.isFuture()) {
            return List.of();
        }
        return query(IN_USE_HQL + AFTER_HQL)
                .setParameter("since", last == null ? Instant.EPOCH : last.since())
                .setParameter("id", last == null ? 0L : last.id())
                .setMaxResults(most)
                .getResultList();
    }

    private TypedQuery<UsagePeriod> query(String words) {
        EntityManager database = UsageRecord.getEntityManager();
        return database.createQuery(words, UsagePeriod.class)
                .setParameter("open", UsagePeriod.OPEN_END)
                .setParameter("region", actor.region())
                .setParameter("account", actor.account())
                .setParameter("from", month.period().from())
                .setParameter("to", month.period().cappedAt(month.now()).to());
    }
}
