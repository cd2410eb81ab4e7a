package dev.handshake.image;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.query.NativeQuery;

/** Counts of memberships, each up to 100 and no further, all in one query that reads no more of an index than that. */
class Tally {

    private static final int MOST = 100;
    private static final String ONE = "(select %d as slot, count(*) as number from (select 1 as one from membership"
            + " where region = :r%d and %s = :account and status = :s%d limit " + MOST + ") few)";

    /** What is counted: the memberships with this status in this region. */
    record Slot(String region, MembershipStatus status) {}

    private final Map<Slot, Long> counts = new HashMap<>();

    /** Of the invitations of {@code account}. */
    static Tally invited(String account, List<Slot> slots) {
        return new Tally("member", account, slots);
    }

    /** Of the offers that {@code account} made. */
    static Tally offered(String account, List<Slot> slots) {
        return new Tally("owner", account, slots);
    }

    private Tally(String column, String account, List<Slot> slots) {
        String sql = IntStream.range(0, slots.size())
                .mapToObj(slot -> ONE.formatted(slot, slot, column, slot))
                .collect(Collectors.joining(" union all "));
        NativeQuery<Object[]> query =
                Image.getEntityManager().createNativeQuery(sql).unwrap(NativeQuery.class);
        query.setParameter("account", account);
        for (int slot = 0; slot < slots.size(); slot++) {
            query.setParameter("r" + slot, slots.get(slot).region());
            query.setParameter("s" + slot, slots.get(slot).status().name());
        }
        query.getResultList()
                .forEach(row -> counts.put(slots.get(((Number) row[0]).intValue()), ((Number) row[1]).longValue()));
    }

    /** A number to show: {@code 3}, {@code 99+}, or an empty text for none. */
    String of(Slot slot) {
        long count = counts.getOrDefault(slot, 0L);
        return count == 0 ? "" : count >= MOST ? (MOST - 1) + "+" : String.valueOf(count);
    }
}
