package dev.handshake.compute;

import dev.handshake.image.ImageDeleted;
import dev.handshake.server.Lineage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Remembers deleted images, in the transaction that deletes them. */
@ApplicationScoped
class DeletedImageRecorder {

    private final Lineage lineage;
    private final Clock clock;

    DeletedImageRecorder(Lineage lineage, Clock clock) {
        this.lineage = lineage;
        this.clock = clock;
    }

    void onImageDeleted(@Observes ImageDeleted deleted) {
        boolean fromShare = lineage.isDerivedFromShare(deleted.image());
        DeletedImage remembered = DeletedImage.create(deleted.image(), fromShare, clock.instant());
        // an image that another Image service keeps can leave the portal and come back, any number of times
        DeletedImage.getEntityManager().merge(remembered);
    }
}
