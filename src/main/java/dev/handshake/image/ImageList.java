package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.web.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/**
 * The image list of an account: its own images, those that it accepted, and base images.
 *
 * <p>Each of the three parts reads no more than a page from its own index, in the order asked for; the database merges
 * them. So a page costs the same, however much an account owns or was offered.
 */
class ImageList {

    private static final String OWN = "select i.* from image i where i.region = :region and i.owner = :account";
    private static final String SHARED =
            "select i.* from membership m join image i on i.region = m.region and i.id = m.image_id"
                    + " where m.region = :region and m.member = :account and m.status = 'ACCEPTED'";
    private static final String BASE =
            "select i.* from image i where i.region = :region and i.visibility = 'PUBLIC' and i.owner <> :account";

    private final Actor actor;
    private final ImageQuery query;
    private final ImageOrder order;
    private final Image marker;
    private final Map<String, Object> words = new HashMap<>();

    private ImageList(Actor actor, ImageQuery query) {
        this.actor = actor;
        this.query = query;
        this.order = query.order();
        this.marker = query.marker() == null ? null : marker(actor, query.marker());
    }

    /** @throws Refused {@link Reason#UNKNOWN_MARKER} for a marker that the actor may not see, as for one that is none */
    static Page<Image> page(Actor actor, ImageQuery query) {
        return new ImageList(actor, query).page();
    }

    private static Image marker(Actor actor, UUID id) {
        return Image.seenBy(actor, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_MARKER));
    }

    private Page<Image> page() {
        String sql = "select i.* from (" + String.join(" union all ", parts()) + ") i order by "
                + order.by("i.created_at", "i.id") + " limit :rows";
        NativeQuery<Image> rows =
                Image.getEntityManager().createNativeQuery(sql, Image.class).unwrap(NativeQuery.class);
        words.put("region", actor.region());
        words.put("account", actor.account());
        words.put("rows", Page.ROWS + 1);
        words.forEach(rows::setParameter);
        return Page.of(rows.getResultList(), Page.ROWS, image -> image.id);
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        if (query.shows("own")) {
            parts.add(part(OWN, "i.created_at", "i.id"));
        }
        if (query.shows("shared")) {
            parts.add(part(SHARED, "m.image_created_at", "m.image_id"));
        }
        if (query.shows("base")) {
            parts.add(part(BASE, "i.created_at", "i.id"));
        }
        if (parts.isEmpty()) {
            throw new Refused(Reason.MALFORMED, "no such part of the list");
        }
        return parts;
    }

    private String part(String from, String age, String id) {
        StringBuilder sql = new StringBuilder("(").append(from);
        narrow(sql, query.q().isEmpty() ? null : contains(query.q()), "name", "lower(i.name) like :name escape '!'");
        narrow(sql, query.kind() == null ? null : query.kind().name(), "kind", "i.kind = :kind");
        narrow(sql, query.status() == null ? null : query.status().name(), "status", "i.status = :status");
        if (marker != null) {
            narrow(sql, order.value(marker), "value", order.after(age, id));
            words.put("marker", marker.id);
        }
        return sql.append(" order by ")
                .append(order.by(age, id))
                .append(" limit :rows)")
                .toString();
    }

    private void narrow(StringBuilder sql, Object value, String word, String condition) {
        if (value != null) {
            words.put(word, value);
            sql.append(" and ").append(condition);
        }
    }

    private static String contains(String text) {
        return "%" + text.toLowerCase().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
