package dev.handshake.image;

import dev.handshake.account.Actor;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** What is asked of images before one is suspended or freed, where a suspension follows the data. */
public class SuspensionQueries {

    /** Each half reads its own index. */
    private static final String WITH_SAME_DATA = "region = ?1 and sha512 = ?2 or region = ?1 and dataKey = ?3";

    private SuspensionQueries() {}

    /** The images that have the data of {@code data}, locked until the transaction ends, in the order of their ids. */
    public static List<Image> listWithSameDataForUpdate(String region, DiskData data) {
        return Image.<Image>find(WITH_SAME_DATA + " order by id", region, digest(data), data.dataKey())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Whether an image is suspended, by its id, whose row may be locked later: it is not read here. */
    public static boolean existsSuspended(String region, UUID id) {
        return Image.count(
                        "region = ?1 and id = ?2 and (suspensionReason is not null or hasSuspendedData = true)",
                        region,
                        id)
                > 0;
    }

    /** Whether it is the actor's account's, also without reading it. */
    public static boolean existsOwned(Actor actor, UUID id) {
        return Image.count("region = ?1 and id = ?2 and owner = ?3", actor.region(), id, actor.account()) > 0;
    }

    /** Whether the provider suspended an image that has the data of {@code data}. */
    public static boolean isDataSuspended(String region, DiskData data) {
        return Image.count(
                        "(" + WITH_SAME_DATA + ") and suspensionReason is not null",
                        region,
                        digest(data),
                        data.dataKey())
                > 0;
    }

    /** What tells that two have the same data; null where there is none, which is nobody's. */
    private static String digest(DiskData data) {
        return data.size == 0 ? null : data.sha512;
    }
}
