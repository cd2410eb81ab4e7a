package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A server, and whether its account can still see what it started from.
 *
 * @param isSourceSeen false where the image was deleted, or is no longer shared: which of the two is not known
 */
public record ServerRow(Server server, boolean isSourceSeen) {

    /** In one query, however many they are. */
    public static List<ServerRow> of(Actor actor, List<Server> servers) {
        if (servers.isEmpty()) {
            return List.of();
        }
        Set<UUID> sources = servers.stream().map(each -> each.source.image()).collect(Collectors.toSet());
        Set<UUID> seen =
                Image.seenBy(actor, sources).stream().map(image -> image.id).collect(Collectors.toSet());
        return servers.stream()
                .map(each -> new ServerRow(each, seen.contains(each.source.image())))
                .toList();
    }

    public static ServerRow of(Actor actor, Server server) {
        return of(actor, List.of(server)).get(0);
    }

    /** Whether another account shared it, or still does. */
    public boolean isFromOthers() {
        return server.source.isSharedWith(server.account);
    }
}
