package dev.handshake.api;

import dev.handshake.image.Image;
import java.time.Instant;
import java.util.UUID;

/** Creates many images directly in the database. */
class BulkImages {

    private static final String IMAGE =
            "insert into image (region, id, owner, name, description, operating_system, kind,"
                    + " status, visibility, size, min_disk, min_ram, created_at, created_by, updated_at) values ('DFW', :id, :owner,"
                    + " 'many', '', '', 'IMPORT', 'ACTIVE', 'SHARED', 1, 0, 0, :now, 'x', :now)";
    private static final String ZONE =
            "insert into image_property (region, image_id, name, content) values ('DFW', :id, 'zone', :zone)";

    static void insert(String owner, String zone, int number) {
        for (int each = 0; each < number; each++) {
            UUID id = UUID.randomUUID();
            Image.getEntityManager()
                    .createNativeQuery(IMAGE)
                    .setParameter("id", id)
                    .setParameter("owner", owner)
                    .setParameter("now", Instant.parse("2026-01-01T00:00:00Z").plusSeconds(each / 10))
                    .executeUpdate();
            Image.getEntityManager()
                    .createNativeQuery(ZONE)
                    .setParameter("id", id)
                    .setParameter("zone", zone)
                    .executeUpdate();
        }
    }
}
