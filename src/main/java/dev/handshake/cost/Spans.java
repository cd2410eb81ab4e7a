package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.bill.Span;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/**
 * What an account had in use in a month, as far as it is over, read from what is kept. What is there still has the name
 * that it has now.
 *
 * <p>A line that begins or ends while this is read makes no difference to it, since all that is over is settled.
 */
class Spans {

    private static final String IN_USE =
            "select new dev.handshake.bill.Span(s.id, s.usage, s.account, s.owner, s.thing, coalesce(i.name, s.name), s.what,"
                    + " coalesce(i.size, s.size), s.price, s.since, s.until)"
                    + " from UsageSpan s left join Image i on i.region = s.region and i.id = s.thing and s.until = :open"
                    + " where s.region = :region and s.account = :account and s.since < :to and s.until > :from";
    private static final String AFTER = " and (s.since, s.id) > (:since, :id) order by s.since, s.id";

    private final Actor actor;
    private final Month month;

    Spans(Actor actor, Month month) {
        this.actor = actor;
        this.month = month;
    }

    /** All of them, in no order and constant memory; to be read within a transaction, and closed. */
    Stream<Span> all() {
        return month.isToCome()
                ? Stream.of()
                : query(IN_USE).setHint(HibernateHints.HINT_FETCH_SIZE, 1_000).getResultStream();
    }

    /** The next {@code most} after {@code last}, the oldest first; null stands before the first. */
    List<Span> after(Span last, int most) {
        if (month.isToCome()) {
            return List.of();
        }
        return query(IN_USE + AFTER)
                .setParameter("since", last == null ? Instant.EPOCH : last.since())
                .setParameter("id", last == null ? 0L : last.id())
                .setMaxResults(most)
                .getResultList();
    }

    private TypedQuery<Span> query(String words) {
        EntityManager database = UsageSpan.getEntityManager();
        return database.createQuery(words, Span.class)
                .setParameter("open", Span.OPEN)
                .setParameter("region", actor.region())
                .setParameter("account", actor.account())
                .setParameter("from", month.period().from())
                .setParameter("to", month.period().until(month.now()).to());
    }
}
