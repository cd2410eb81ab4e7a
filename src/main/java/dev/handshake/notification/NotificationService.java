package dev.handshake.notification;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.paging.Marker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Notices are read, for the whole account. That changes no image, so that every role may. */
@ApplicationScoped
public class NotificationService {

    /** @throws RefusedException {@link Reason#NOT_FOUND} where it is none of the reader's account */
    @Transactional
    void markRead(Actor reader, long notice) {
        NotificationQueries.lockOwn(reader, notice)
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND))
                .markRead();
    }

    /** @param newest that the reader saw; what came later is not read by that */
    @Transactional
    public void markAllRead(Actor reader, Marker newest) {
        NotificationQueries.markRead(reader, newest);
    }
}
