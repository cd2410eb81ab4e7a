package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lists the servers of an account in one region, newest first. */
public class ServerQueries {

    /**
     * Reads at most one page from its index. The limit is inlined rather than a parameter, since H2 reuses the first
     * value in a prepared union.
     */
    private static final String BY_STATE_SQL =
            "(select s.* from server s where s.region = :region and s.account = :account"
                    + " and s.state = '%s'%s and (s.created_at, s.id) < (:at, :id)"
                    + " order by s.created_at desc, s.id desc limit %d)";

    /** States of servers that are not deleted. */
    private static final Set<ServerState> EXISTING = EnumSet.of(ServerState.ACTIVE, ServerState.STOPPED);

    /** @param only the state to list; null for all except deleted ones */
    public static Page<ServerRow> list(Actor actor, ServerState only, Marker after, int rows) {
        String parts = (only == null ? EXISTING : EnumSet.of(only))
                .stream()
                        .map(state -> BY_STATE_SQL.formatted(state.stored(), phase(state, only), rows + 1))
                        .collect(Collectors.joining(" union all "));
        List<Server> found = Server.getEntityManager()
                .createNativeQuery(
                        "select s.* from (" + parts + ") s order by s.created_at desc, s.id desc limit " + (rows + 1),
                        Server.class)
                .setParameter("region", actor.region())
                .setParameter("account", actor.account())
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .getResultList();
        Page<Server> page = Page.of(found, rows, last -> new Marker(last.createdAt, last.id.toString()));
        return new Page<>(ServerRow.load(actor, page.items()), page.next());
    }

    /** Nothing where all servers are listed. */
    private static String phase(ServerState state, ServerState only) {
        String phase = ServerState.STORED.contains(state) ? "is null" : "= '" + state.name() + "'";
        return only == null || only == ServerState.DELETED ? "" : " and s.phase " + phase;
    }

    /** How many servers of all accounts were started from these images and are not deleted. For operators only. */
    public static long countStartedFrom(String region, Collection<UUID> images) {
        return Server.count("region = ?1 and source.image in ?2 and state in ?3", region, images, EXISTING);
    }
}
