package dev.handshake.image;

import dev.handshake.account.Actor;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Queries for suspensions, which cover every image with the same data. */
public class SuspensionQueries {

    /** Each half reads its own index. */
    private static final String WITH_SAME_DATA = "region = ?1 and sha512 = ?2 or region = ?1 and dataKey = ?3";

    private SuspensionQueries() {}

    /** The images with the same data as {@code data}, locked until the transaction ends, in id order. */
    public static List<Image> listWithSameDataForUpdate(String region, DiskData data) {
        return Image.<Image>find(WITH_SAME_DATA + " order by id", region, digest(data), data.dataKey())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The ids of the images with the same data as the image, its own among them. */
    public static List<UUID> listIdsWithSameData(String region, Image image) {
        return Image.find(
                        "select id from Image where " + WITH_SAME_DATA + " or region = ?1 and id = ?4",
                        region,
                        digest(image),
                        image.dataKey(),
                        image.id)
                .project(UUID.class)
                .list();
    }

    /** Whether an image is suspended. Does not load the entity, since the caller may lock its row later. */
    public static boolean existsSuspended(String region, UUID id) {
        return Image.count(
                        "region = ?1 and id = ?2 and (suspensionReason is not null or hasSuspendedData = true)",
                        region,
                        id)
                > 0;
    }

    /** Whether the actor's account owns the image. Does not load the entity either. */
    public static boolean existsOwned(Actor actor, UUID id) {
        return Image.count("region = ?1 and id = ?2 and owner = ?3", actor.region(), id, actor.account()) > 0;
    }

    /** Whether the provider suspended an image with the same data as {@code data}. */
    public static boolean isDataSuspended(String region, DiskData data) {
        return Image.count(
                        "(" + WITH_SAME_DATA + ") and suspensionReason is not null",
                        region,
                        digest(data),
                        data.dataKey())
                > 0;
    }

    /** The digest that identifies equal data; null for empty data, which matches nothing. */
    private static String digest(DiskData data) {
        return data.size == 0 ? null : data.sha512;
    }
}
