package dev.handshake.server;

import dev.handshake.image.Image;
import java.util.List;

/**
 * A snapshot in the list on its server's page.
 *
 * @param image null if it was deleted
 */
public record SnapshotRow(Snapshot snapshot, Image image) {

    private static final String LATEST_HQL =
            "select t, i from Snapshot t left join Image i on i.region = t.region and i.id = t.imageId"
                    + " where t.region = :region and t.serverId = :server order by t.takenAt desc, t.imageId desc";

    /** The latest snapshots of a server, newest first. */
    public static List<SnapshotRow> listLatest(Server server, int most) {
        return Snapshot.getEntityManager()
                .createQuery(LATEST_HQL, Object[].class)
                .setParameter("region", server.region)
                .setParameter("server", server.id)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new SnapshotRow((Snapshot) row[0], (Image) row[1]))
                .toList();
    }
}
