package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.image.HistoryEntry.HistoryLine;
import dev.handshake.paging.FilterParams;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Queries for the history. Owners see the entries of their images except those for the member only; consumers see the
 * entries about themselves.
 */
public class HistoryQueries {

    private static final String OF_IMAGE = "region = ?1 and (owner = ?2 and memberOnly = false or member = ?2)"
            + " and imageId = ?3 and (at, id) < (?4, ?5) order by at desc, id desc";

    private static final String AS_OWNER = "h.owner = :account and h.member_only = false";
    private static final String AS_MEMBER = "h.member = :account and h.owner <> :account";

    /**
     * Which entries to list; null stands for any.
     *
     * @param other the account on the other side
     * @param since when it happened, at the earliest
     * @param until when it happened, exclusive
     */
    public record Filter(HistoryEventType event, String other, Instant since, Instant until) {

        /** @throws dev.handshake.error.RefusedException if a parameter makes no sense */
        public static Filter from(FilterParams params) {
            return new Filter(
                    HistoryEventType.parse(params.status()),
                    params.account().isEmpty() ? null : params.account(),
                    params.since(),
                    params.until());
        }

        private String sql(String otherSide) {
            return (event == null ? "" : " and h.happened = :event")
                    + (other == null ? "" : " and h." + otherSide + " = :other")
                    + (since == null ? "" : " and h.at >= :since")
                    + (until == null ? "" : " and h.at < :until");
        }

        private Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>();
            values.put("event", event == null ? null : event.name());
            values.put("other", other);
            values.put("since", since);
            values.put("until", until);
            values.values().removeIf(Objects::isNull);
            return values;
        }
    }

    /** A page of the entries of one image visible to {@code reader}, newest first. */
    public static Page<HistoryLine> pageOfImage(Actor reader, UUID image, Marker after) {
        List<HistoryEntry> found = HistoryEntry.<HistoryEntry>find(
                        OF_IMAGE, reader.region(), reader.account(), image, after.at(), after.numericKey())
                .range(0, Page.DEFAULT_SIZE)
                .list();
        return page(found, reader, Page.DEFAULT_SIZE);
    }

    /**
     * A page of all entries visible to {@code reader}, newest first. Each half of the union reads at most one page from
     * its own index.
     */
    public static Page<HistoryLine> page(Actor reader, Filter filter, Marker after, int rows) {
        String order = " order by h.at desc, h.id desc limit " + (rows + 1);
        String sql = "select h.* from (" + half(AS_OWNER + filter.sql("member"), order) + " union all "
                + half(AS_MEMBER + filter.sql("owner"), order) + ") h" + order;
        var query = HistoryEntry.getEntityManager()
                .createNativeQuery(sql, HistoryEntry.class)
                .setParameter("region", reader.region())
                .setParameter("account", reader.account())
                .setParameter("at", after.at())
                .setParameter("id", after.numericKey());
        filter.values().forEach(query::setParameter);
        List<HistoryEntry> found = query.getResultList();
        return page(found, reader, rows);
    }

    private static String half(String condition, String order) {
        return "(select h.* from history h where h.region = :region and " + condition + " and (h.at, h.id) < (:at, :id)"
                + order + ")";
    }

    private static Page<HistoryLine> page(List<HistoryEntry> found, Actor reader, int rows) {
        return Page.of(
                found.stream().map(each -> each.toLine(reader)).toList(),
                rows,
                last -> new Marker(last.entry().at, last.entry().id.toString()));
    }

    /**
     * The name of an image, also of a deleted one, that the reader's account owned or was offered at any time, as it
     * last knew it. Empty for any other image.
     */
    public static Optional<String> findLatestName(Actor reader, UUID image) {
        return HistoryEntry.<HistoryEntry>find(
                        "region = ?1 and imageId = ?2 and (owner = ?3 or member = ?3) order by at desc, id desc",
                        reader.region(),
                        image,
                        reader.account())
                .firstResultOptional()
                .map(latest -> latest.imageName);
    }

    /** Whether there was ever an image with this id. */
    static boolean existsForImage(String region, UUID image) {
        return HistoryEntry.count("region = ?1 and imageId = ?2", region, image) > 0;
    }
}
