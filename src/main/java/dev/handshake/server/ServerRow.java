package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A server with what it started from, as one reader may know them.
 *
 * @param visibleSource the image, where the reader sees it; else it was deleted, or is not shared with it (any more):
 *     which of them is not known
 */
public record ServerRow(Actor reader, Server server, Image visibleSource) {

    /** In one query, however many they are. */
    public static List<ServerRow> load(Actor reader, Collection<Server> servers) {
        if (servers.isEmpty()) {
            return List.of();
        }
        List<UUID> sources =
                servers.stream().map(each -> each.source.image()).distinct().toList();
        Map<UUID, Image> seen = Image.listVisible(reader, sources).stream()
                .collect(Collectors.toMap(image -> image.id, Function.identity()));
        return servers.stream()
                .map(each -> new ServerRow(reader, each, seen.get(each.source.image())))
                .toList();
    }

    public static ServerRow load(Actor reader, Server server) {
        return load(reader, List.of(server)).get(0);
    }

    public boolean isOwn() {
        return server.account.equals(reader.account());
    }

    public boolean isSourceVisible() {
        return visibleSource != null;
    }

    /** An account knows what its own servers started from, also when it sees that no more; of others', what it sees. */
    public boolean isSourceKnown() {
        return isOwn() || isSourceVisible();
    }

    /** As it was then for whose server it is; for others as it is now, since they may not know what it was. */
    public String sourceName() {
        return isOwn() ? server.source.name() : visibleSource.name;
    }

    /** Whether another account shared it with the reader's, or did. */
    public boolean isSourceShared() {
        return server.source.isSharedWith(reader.account());
    }
}
