package dev.handshake.paging;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.Map;
import org.hibernate.query.NativeQuery;

/**
 * Native queries for rows of a few plain columns. Several keys are passed as one array, {@code = any(:ids)}, so that
 * the statement does not depend on their number and Hibernate and the database can cache it.
 */
public class NativeRows {

    /** A column with its Java type, since databases disagree on the default type of some columns. */
    public record ResultColumn(String name, Class<?> type) {}

    private NativeRows() {}

    /**
     * @param sql must select {@code columns}, at least two
     * @param words values of the named parameters
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
