package dev.handshake.notification;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.paging.Marker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Marks notifications as read, for the whole account. Allowed for every role, since it changes no image. */
@ApplicationScoped
public class NotificationService {

    /** @throws RefusedException {@link Reason#NOT_FOUND} if the reader's account has no such notification */
    @Transactional
    void markRead(Actor reader, long notice) {
        NotificationQueries.lockOwn(reader, notice)
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND))
                .markRead();
    }

    /** @param newest the newest notification shown to the reader; later ones stay unread */
    @Transactional
    public void markAllRead(Actor reader, Marker newest) {
        NotificationQueries.markRead(reader, newest);
    }
}
