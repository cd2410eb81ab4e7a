package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import dev.handshake.image.ImageKind;
import dev.handshake.paging.NativeRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

    /**
     * From an image to the server it was taken from, the image that one started from, and so on, up to 20 servers. If
     * the compute service took an image, its record is the one that counts.
     */
    private static final String ANCESTORS_SQL = "with recursive line (place, image, source_image) as ("
            + " select 0, cast(null as uuid), cast(:id as uuid)"
            + " union all select l.place + 1, l.source_image,"
            + " case when c.image_id is null then s.source_image else c.source_image end from line l"
            + joins("l.source_image")
            + " where l.place < 20 and (c.image_id is not null or s.id is not null))"
            + " select coalesce(s.id, c.server_id) as id, s.name as name, coalesce(c.account, s.account) as account,"
            + either("source_image") + "," + either("source_name") + "," + either("source_owner") + ","
            + either("source_kind") + " from line l" + joins("l.image") + " where l.place > 0 order by l.place";

    private static String joins(String image) {
        return " left join compute_snapshot c on c.region = :region and c.image_id = " + image
                + " left join snapshot t on t.region = :region and t.image_id = " + image
                + " left join server s on s.region = :region and s.id = t.server_id";
    }

    private static String either(String column) {
        return " case when c.image_id is null then s." + column + " else c." + column + " end as " + column;
    }

    /** The ancestry of an image, oldest first; empty unless it is a snapshot. */
    public List<ServerRow> trace(Actor reader, Image image) {
        return image.kind == ImageKind.SNAPSHOT ? visibleTo(reader, listAncestors(reader, image.id)) : List.of();
    }

    /** The ancestry of a server, oldest first, ending with the server itself. */
    public List<ServerRow> trace(Actor reader, Server server) {
        List<Server> line = new ArrayList<>(List.of(server));
        line.addAll(listAncestors(reader, server.source.image()));
        return visibleTo(reader, line);
    }

    /**
     * Whether the image's data originally came from another account through a share, over any number of generations.
     */
    public boolean isDerivedFromShare(Image image) {
        return Snapshot.isDerivedFromShare(image);
    }

    private static List<Server> listAncestors(Actor reader, UUID image) {
        return NativeRows.select(
                        ANCESTORS_SQL,
                        Map.of("region", reader.region(), "id", image),
                        new NativeRows.ResultColumn("id", UUID.class),
                        new NativeRows.ResultColumn("name", String.class),
                        new NativeRows.ResultColumn("account", String.class),
                        new NativeRows.ResultColumn("source_image", UUID.class),
                        new NativeRows.ResultColumn("source_name", String.class),
                        new NativeRows.ResultColumn("source_owner", String.class),
                        new NativeRows.ResultColumn("source_kind", String.class))
                .stream()
                .map(Lineage::toServer)
                .toList();
    }

    private static Server toServer(Object[] row) {
        SourceImage source = row[3] == null
                ? null
                : new SourceImage((UUID) row[3], (String) row[4], (String) row[5], ImageKind.valueOf((String) row[6]));
        return Server.describe((UUID) row[0], (String) row[1], (String) row[2], source);
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
