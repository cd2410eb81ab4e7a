package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import dev.handshake.image.ImageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The ancestry of servers and snapshots: the server an image was taken from, the image that server started from, and so
 * on, as far as the reader may see.
 *
 * <p>An account knows what its own servers started from, by name and owner, even if it no longer sees that image. Of
 * other accounts' servers it learns only that they exist, and their source if it can see that image itself. The trace
 * ends at the first image the reader cannot see.
 */
@ApplicationScoped
@Named("lineage")
public class Lineage {

    /** The servers in an ancestry, nearest first, up to 20. */
    private static final String ANCESTORS_SQL = "with recursive line (place, id, source_image) as ("
            + " select 0, s.id, s.source_image from server s where s.region = :region and s.id = (%s)"
            + " union all select l.place + 1, s.id, s.source_image from line l"
            + " join snapshot t on t.region = :region and t.image_id = l.source_image"
            + " join server s on s.region = :region and s.id = t.server_id where l.place < 20)"
            + " select s.* from line l join server s on s.region = :region and s.id = l.id order by l.place";

    private static final String ANCESTORS_OF_SERVER = ANCESTORS_SQL.formatted("cast(:id as uuid)");
    private static final String ANCESTORS_OF_IMAGE =
            ANCESTORS_SQL.formatted("select t.server_id from snapshot t where t.region = :region and t.image_id = :id");

    /** The ancestry of an image, oldest first; empty unless it is a snapshot. */
    public List<ServerRow> trace(Actor reader, Image image) {
        return image.kind == ImageKind.SNAPSHOT
                ? visibleTo(reader, queryAncestors(ANCESTORS_OF_IMAGE, reader, image.id))
                : List.of();
    }

    /** The ancestry of a server, oldest first, ending with the server itself. */
    List<ServerRow> trace(Actor reader, Server server) {
        return visibleTo(reader, queryAncestors(ANCESTORS_OF_SERVER, reader, server.id));
    }

    /**
     * Whether the image's data originally came from another account through a share, over any number of generations.
     */
    public boolean isDerivedFromShare(Image image) {
        return Snapshot.isDerivedFromShare(image);
    }

    private static List<Server> queryAncestors(String sql, Actor reader, UUID from) {
        return Server.getEntityManager()
                .createNativeQuery(sql, Server.class)
                .setParameter("region", reader.region())
                .setParameter("id", from)
                .getResultList();
    }

    private static List<ServerRow> visibleTo(Actor reader, List<Server> back) {
        List<ServerRow> known = new ArrayList<>();
        for (ServerRow row : ServerRow.load(reader, back)) {
            known.add(row);
            if (!row.isSourceVisible()) {
                break;
            }
        }
        Collections.reverse(known);
        return known;
    }
}
