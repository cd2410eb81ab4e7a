package dev.handshake.image;

import java.util.Collection;
import java.util.UUID;

/**
 * A predicate for one or several ids, as the first parameter of a query. Most queries have one id, and Hibernate
 * compiles that form once; a query with a list is compiled again for every call, since its text depends on the length
 * of the list.
 */
public class IdPredicate {

    private IdPredicate() {}

    /** @param column the name of an entity property */
    public static String toHql(String column, Collection<UUID> ids) {
        return column + (ids.size() == 1 ? " = ?1" : " in ?1");
    }

    public static Object toParameter(Collection<UUID> ids) {
        return ids.size() == 1 ? ids.iterator().next() : ids;
    }
}
