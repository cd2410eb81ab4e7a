package dev.handshake.paging;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.Map;
import org.hibernate.query.NativeQuery;

/**
 * Rows of a few plain columns. Where there are several keys they go as one array, {@code = any(:ids)}: so the statement
 * is the same however many they are, and neither Hibernate nor the database works it out again each time.
 */
public class NativeRows {

    /** A column as it comes: databases differ in what they make of some types. */
    public record ResultColumn(String name, Class<?> type) {}

    private NativeRows() {}

    /**
     * @param sql that reads {@code columns}, two or more
     * @param words what stands for its names
     */
    @SuppressWarnings("unchecked")
    public static List<Object[]> select(String sql, Map<String, Object> words, ResultColumn... columns) {
        NativeQuery<Object[]> query =
                Panache.getEntityManager().createNativeQuery(sql).unwrap(NativeQuery.class);
        List.of(columns).forEach(each -> query.addScalar(each.name, each.type));
        words.forEach(query::setParameter);
        return query.getResultList();
    }
}
