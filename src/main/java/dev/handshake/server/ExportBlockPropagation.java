package dev.handshake.server;

import dev.handshake.image.Image;
import dev.handshake.image.ImageExportBlocked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Extends an export block to everything derived from the image: servers, their snapshots, servers started from those,
 * and so on; also to what is remembered of deleted images.
 */
@ApplicationScoped
class ExportBlockPropagation {

    private static final String SNAPSHOTS_HQL =
            "select t.imageId from Snapshot t join Server s on s.region = t.region and s.id = t.serverId"
                    + " where t.region = ?1 and s.source.image in ?2"
                    + " union all select c.imageId from ComputeSnapshot c where c.region = ?1 and c.source.image in ?2";

    void onExportForbidden(@Observes ImageExportBlocked mark) {
        String region = mark.image().region;
        Set<UUID> marked = new HashSet<>();
        for (List<UUID> images = List.of(mark.image().id); !images.isEmpty(); ) {
            marked.addAll(images);
            images = blockDerived(region, images).stream()
                    .filter(each -> !marked.contains(each))
                    .toList();
        }
    }

    /**
     * Blocks what was derived from {@code images}. Servers come first, since taking a snapshot locks the server's row.
     */
    private static List<UUID> blockDerived(String region, List<UUID> images) {
        Server.update("exportable = false where region = ?1 and source.image in ?2", region, images);
        List<UUID> snapshots = Server.getEntityManager()
                .createQuery(SNAPSHOTS_HQL, UUID.class)
                .setParameter(1, region)
                .setParameter(2, images)
                .getResultList();
        if (!snapshots.isEmpty()) {
            Image.update("exportable = false where region = ?1 and id in ?2", region, snapshots);
            Server.getEntityManager()
                    .createQuery("update DeletedImage set exportable = false where region = ?1 and id in ?2")
                    .setParameter(1, region)
                    .setParameter(2, snapshots)
                    .executeUpdate();
        }
        return snapshots;
    }
}
