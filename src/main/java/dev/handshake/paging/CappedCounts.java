package dev.handshake.paging;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.query.NativeQuery;

/** Counts rows up to a cap of 100. All counts run in one query, which reads no more than that of each index. */
public class CappedCounts<K> {

    private static final int CAP = 100;
    private static final String COUNT_SQL =
            "(select %d as slot, count(*) as number from (select 1 as one from %s limit " + CAP + ") few)";

    /**
     * The rows of one count.
     *
     * @param from table and condition in SQL, with a {@code ?} for each of {@code values}
     */
    public record CountQuery(String from, List<?> values) {

        public static CountQuery of(String from, Object... values) {
            return new CountQuery(from, List.of(values));
        }
    }

    private final Map<K, Long> counts = new HashMap<>();

    /** @param counted the count queries by key */
    public CappedCounts(Map<K, CountQuery> counted) {
        List<K> slots = List.copyOf(counted.keySet());
        List<CountQuery> rows = slots.stream().map(counted::get).toList();
        fetch(rows).forEach(row -> counts.put(slots.get((Integer) row[0]), (Long) row[1]));
    }

    private static List<Object[]> fetch(List<CountQuery> rows) {
        String sql = IntStream.range(0, rows.size())
                .mapToObj(slot -> COUNT_SQL.formatted(slot, rows.get(slot).from))
                .collect(Collectors.joining(" union all "));
        List<Object> values = new ArrayList<>();
        rows.forEach(each -> values.addAll(each.values));
        NativeQuery<Object[]> query =
                Panache.getEntityManager().createNativeQuery(sql).unwrap(NativeQuery.class);
        query.addScalar("slot", Integer.class).addScalar("number", Long.class);
        IntStream.range(0, values.size()).forEach(place -> query.setParameter(place + 1, values.get(place)));
        return query.getResultList();
    }

    /** The count to display: {@code 3}, {@code 99+}, or empty for zero. */
    public String display(K slot) {
        long count = counts.getOrDefault(slot, 0L);
        return count == 0 ? "" : count >= CAP ? (CAP - 1) + "+" : String.valueOf(count);
    }
}
