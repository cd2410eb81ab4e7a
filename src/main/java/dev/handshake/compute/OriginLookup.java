package dev.handshake.compute;

import dev.handshake.account.Actor;
import dev.handshake.image.HistoryQueries;
import dev.handshake.image.Image;
import dev.handshake.image.ImageKind;
import dev.handshake.server.Lineage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what a server was started from by the ids that came with its snapshot. An account knows an image that it sees,
 * and one that it once owned or was offered, by the name of that time. Of any other image it learns nothing, not even
 * whether there is one.
 */
@ApplicationScoped
class OriginLookup {

    private final Lineage lineage;

    OriginLookup(Lineage lineage) {
        this.lineage = lineage;
    }

    /**
     * Locks the images until the transaction ends, so that none is marked, suspended or deleted meanwhile. Other
     * snapshots may hold the lock too.
     */
    InheritedOrigin load(Actor actor, List<UUID> ids) {
        if (ids.isEmpty()) {
            return InheritedOrigin.UNKNOWN;
        }
        Map<UUID, Image> images = byId(
                Image.<Image>find("region = ?1 and id in ?2 order by id", actor.region(), ids)
                        .withLock(LockModeType.PESSIMISTIC_READ)
                        .list(),
                image -> image.id);
        Map<UUID, DeletedImage> deleted = byId(DeletedImage.listByIds(actor.region(), ids), image -> image.id);
        Map<UUID, String> names = knownNames(actor, ids, deleted.values());
        return InheritedOrigin.strictest(ids.stream()
                .map(id -> origin(actor, images.get(id), deleted.get(id), names.get(id)))
                .toList());
    }

    /** @param name null if the account does not know the image */
    private InheritedOrigin origin(Actor actor, Image image, DeletedImage deleted, String name) {
        if (name == null || image == null && deleted == null) {
            return InheritedOrigin.UNKNOWN;
        }
        return image == null
                ? InheritedOrigin.of(actor, deleted, name)
                : InheritedOrigin.of(actor, image, name, lineage.isDerivedFromShare(image));
    }

    private static Map<UUID, String> knownNames(Actor actor, List<UUID> ids, Collection<DeletedImage> deleted) {
        Map<UUID, String> names = new HashMap<>();
        Image.listVisible(actor, ids).forEach(each -> names.put(each.id, each.name));
        deleted.stream().filter(each -> each.kind == ImageKind.BASE).forEach(each -> names.put(each.id, each.name));
        ids.stream()
                .filter(id -> !names.containsKey(id))
                .forEach(id -> HistoryQueries.findLatestName(actor, id).ifPresent(name -> names.put(id, name)));
        return names;
    }

    private static <T> Map<UUID, T> byId(List<T> found, Function<T, UUID> id) {
        return found.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
