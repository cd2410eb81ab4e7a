package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.paging.Page;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/**
 * The image list of an account: its own images, those that it accepted, and base images.
 *
 * <p>Each part reads no more than a page from its own index, in the order asked for; the database merges them. Its
 * index is in the order of time only within one status, so that each asked for is a part. So a page costs the same,
 * however much an account owns or was offered.
 */
public class ImageList {

    private static final String OWN = "select i.* from image i where i.region = :region and i.owner = :account";
    private static final String SHARED =
            "select i.* from membership m join image i on i.region = m.region and i.id = m.image_id"
                    + " where m.region = :region and m.member = :account and m.status = ";
    private static final String OTHERS =
            "select i.* from image i where i.region = :region and i.visibility = 'SHARED' and i.owner <> :account";
    private static final String BASE =
            "select i.* from image i where i.region = :region and i.visibility = 'PUBLIC' and i.owner <> :account";

    private static final String UNION = " union all ";

    private final Actor actor;
    private final ImageFilter filter;
    private final int rows;
    private final Map<String, Object> words = new HashMap<>();

    private ImageList(Actor actor, ImageFilter filter, int rows) {
        this.actor = actor;
        this.filter = filter;
        this.rows = rows;
        this.words.putAll(Map.of("region", actor.region(), "account", actor.account()));
        this.words.putAll(filter.words());
    }

    /**
     * @param rows how many images a page has
     * @throws RefusedException {@link Reason#UNKNOWN_MARKER} for a marker that the actor may not see, as for one that
     *     is none
     */
    public static Page<Image> page(Actor actor, ImageFilter filter, int rows) {
        return new ImageList(actor, filter, rows).page();
    }

    private Page<Image> page() {
        if (filter.marker() != null) {
            filter.sort().put(marker(actor, filter.marker()), words);
        }
        return filter.parts().isEmpty() || rows == 0
                ? new Page<>(List.of(), null)
                : Page.of(found(), rows, image -> image.id);
    }

    private static Image marker(Actor actor, UUID id) {
        return Image.seenBy(actor, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.UNKNOWN_MARKER));
    }

    private List<Image> found() {
        String sql = "select i.* from ("
                + filter.parts().stream().map(this::part).collect(Collectors.joining(UNION)) + ") i order by "
                + filter.sort().by("i.created_at", "i.id") + limit();
        NativeQuery<Image> query =
                Image.getEntityManager().createNativeQuery(sql, Image.class).unwrap(NativeQuery.class);
        words.forEach((word, value) -> put(query, word, value));
        return query.getResultList();
    }

    private String part(ImageFilter.Part part) {
        return switch (part) {
            case OWN -> part(part, OWN, "i.created_at", "i.id");
            case SHARED -> shared();
            case BASE -> part(part, BASE, "i.created_at", "i.id");
        };
    }

    private String shared() {
        if (actor.isOperator()) {
            return part(ImageFilter.Part.SHARED, OTHERS, "i.created_at", "i.id");
        }
        return filter.statuses().stream()
                .map(status -> SHARED + "'" + status.name() + "'")
                .map(from -> part(ImageFilter.Part.SHARED, from, "m.image_created_at", "m.image_id"))
                .collect(Collectors.joining(UNION));
    }

    private String part(ImageFilter.Part part, String from, String age, String id) {
        String after = filter.marker() == null ? "" : " and " + filter.sort().after(age, id);
        return "(" + from + filter.conditions(part) + after + " order by "
                + filter.sort().by(age, id) + limit() + ")";
    }

    /** A number in the SQL and no parameter, since H2 keeps the first one of a prepared union. */
    private String limit() {
        return " limit " + (rows + 1);
    }

    private static void put(NativeQuery<Image> query, String word, Object value) {
        if (value instanceof Collection<?> several) {
            query.setParameterList(word, several);
        } else {
            query.setParameter(word, value);
        }
    }
}
