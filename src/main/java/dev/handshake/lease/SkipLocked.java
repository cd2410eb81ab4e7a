package dev.handshake.lease;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.LockModeType;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** Locks what a query finds, and passes over rows that are locked: another replica is just taking them. */
public final class SkipLocked {

    private SkipLocked() {}

    public static <T> PanacheQuery<T> on(PanacheQuery<T> query) {
        return query.withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI);
    }
}
