package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.paging.Page;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/**
 * The image list of an account: its own images, shared images it accepted, and base images.
 *
 * <p>Each part reads at most one page from its own index in the requested order, and the database merges the parts. The
 * membership index is ordered by time only within one status, so each requested status is a part of its own. A page
 * therefore costs the same no matter how many images an account owns or was offered.
 */
public class ImageList {

    private static final String OWN = " from image i where i.region = :region and i.owner = :account";
    private static final String SHARED = " from membership m join image i on i.region = m.region and i.id = m.image_id"
            + " where m.region = :region and m.member = :account and m.status = ";
    private static final String OTHERS =
            " from image i where i.region = :region and i.visibility = 'SHARED' and i.owner <> :account";
    private static final String BASE =
            " from image i where i.region = :region and i.visibility = 'PUBLIC' and i.owner <> :account";

    private static final String UNION = " union all ";

    private final Actor actor;
    private final ImageQuery filter;
    private final int rows;
    private final boolean isCount;
    private final Map<String, Object> parameters = new HashMap<>();

    private ImageList(Actor actor, ImageQuery filter, int rows, boolean isCount) {
        this.actor = actor;
        this.filter = filter;
        this.rows = rows;
        this.isCount = isCount;
        this.parameters.putAll(Map.of("region", actor.region(), "account", actor.account()));
        this.parameters.putAll(filter.parameters());
    }

    /**
     * @param rows images per page
     * @throws RefusedException {@link Reason#UNKNOWN_MARKER} for an unknown marker, or one the actor may not see
     */
    public static Page<Image> page(Actor actor, ImageQuery filter, int rows) {
        return new ImageList(actor, filter, rows, false).page();
    }

    private Page<Image> page() {
        if (filter.marker() != null) {
            filter.sort().bindMarker(marker(actor, filter.marker()), parameters);
        }
        if (filter.scopes().isEmpty() || rows == 0) {
            return new Page<>(List.of(), null);
        }
        if (filter.isBackward()) {
            return Page.ofReversed(query(), rows, image -> image.id);
        }
        Page<Image> page = Page.of(query(), rows, image -> image.id);
        boolean isFirst = filter.marker() == null || page.items().isEmpty();
        return isFirst
                ? page
                : new Page<>(page.items(), page.next(), page.items().get(0).id.toString());
    }

    /**
     * Counts the images of all pages.
     *
     * @param filter without a marker
     * @return the number, or {@code cap} if there are as many or more
     */
    static long count(Actor actor, ImageQuery filter, int cap) {
        ImageList list = new ImageList(actor, filter, cap - 1, true);
        NativeQuery<Long> query = list.bind(Image.getEntityManager()
                .createNativeQuery("select count(*) as number from (select 1 as one from (" + list.union() + ") i"
                        + list.limit() + ") few")
                .unwrap(NativeQuery.class));
        return Math.min(cap, query.addScalar("number", Long.class).getSingleResult());
    }

    private static Image marker(Actor actor, UUID id) {
        return Image.listVisible(actor, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.UNKNOWN_MARKER));
    }

    private List<Image> query() {
        String order = " order by " + filter.sort().orderBySql("i.created_at", "i.id");
        NativeQuery<Image> query = bind(Image.getEntityManager()
                .createNativeQuery("select i.* from (" + union() + ") i" + order + limit(), Image.class)
                .unwrap(NativeQuery.class));
        return query.getResultList();
    }

    private <T> NativeQuery<T> bind(NativeQuery<T> query) {
        parameters.forEach((word, value) -> setParameter(query, word, value));
        return query;
    }

    private String union() {
        return filter.scopes().stream().map(this::part).collect(Collectors.joining(UNION));
    }

    private String part(ImageQuery.ImageScope imageScope) {
        return switch (imageScope) {
            case OWN -> part(imageScope, OWN, "i.created_at", "i.id");
            case SHARED -> shared();
            case BASE -> part(imageScope, BASE, "i.created_at", "i.id");
        };
    }

    private String shared() {
        if (actor.isOperator()) {
            return part(ImageQuery.ImageScope.SHARED, OTHERS, "i.created_at", "i.id");
        }
        return filter.statuses().stream()
                .map(status -> SHARED + "'" + status.name() + "'")
                .map(from -> part(ImageQuery.ImageScope.SHARED, from, "m.image_created_at", "m.image_id"))
                .collect(Collectors.joining(UNION));
    }

    private String part(ImageQuery.ImageScope imageScope, String from, String age, String id) {
        String rows = from + filter.conditions(imageScope);
        if (isCount) { // in any order, and from the index alone where it has all conditions
            return "(select 1 as one" + rows + limit() + ")";
        }
        String after = filter.marker() == null ? "" : " and " + filter.sort().afterMarkerSql(age, id);
        return "(select i.*" + rows + after + " order by " + filter.sort().orderBySql(age, id) + limit() + ")";
    }

    /** Inlined rather than a parameter, since H2 reuses the first value in a prepared union. */
    private String limit() {
        return " limit " + (rows + 1);
    }

    private static void setParameter(NativeQuery<?> query, String word, Object value) {
        if (value instanceof Collection<?> several) {
            query.setParameterList(word, several);
        } else {
            query.setParameter(word, value);
        }
    }
}
