package dev.handshake.image;

import java.util.Collection;
import java.util.UUID;

/**
 * One id or several, as the first value of a query. One is asked for most of the time, and a query for one is worked
 * out once; a query for several is worked out anew each time, since their number is a part of it.
 */
public class IdPredicate {

    private IdPredicate() {}

    /** @param column the property of an entity */
    public static String toHql(String column, Collection<UUID> ids) {
        return column + (ids.size() == 1 ? " = ?1" : " in ?1");
    }

    public static Object toParameter(Collection<UUID> ids) {
        return ids.size() == 1 ? ids.iterator().next() : ids;
    }
}
