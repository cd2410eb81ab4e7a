package dev.handshake.lease;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.LockModeType;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** Locks the rows a query finds and skips those already locked by another replica ({@code for update skip locked}). */
public final class SkipLocked {

    private SkipLocked() {}

    public static <T> PanacheQuery<T> on(PanacheQuery<T> query) {
        return query.withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI);
    }
}
