package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A server with its source image, as visible to one reader.
 *
 * @param visibleSource the image, or null if the reader cannot see it: it was deleted or is not shared with the reader,
 *     and the reader cannot tell which
 */
public record ServerRow(Actor reader, Server server, Image visibleSource) {

    /** Loads the source images of all servers in one query. */
    public static List<ServerRow> load(Actor reader, Collection<Server> servers) {
        if (servers.isEmpty()) {
            return List.of();
        }
        List<UUID> sources = servers.stream()
                .map(ServerRow::sourceId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Image> seen = Image.listVisible(reader, sources).stream()
                .collect(Collectors.toMap(image -> image.id, Function.identity()));
        return servers.stream()
                .map(each -> new ServerRow(reader, each, seen.get(sourceId(each))))
                .toList();
    }

    private static UUID sourceId(Server server) {
        return server.source == null ? null : server.source.image();
    }

    public static ServerRow load(Actor reader, Server server) {
        return load(reader, List.of(server)).get(0);
    }

    /** Whether the server has this id. */
    public boolean isServer(String id) {
        return String.valueOf(server.id).equals(id);
    }

    public boolean isOwn() {
        return server.account.equals(reader.account());
    }

    public boolean isSourceVisible() {
        return visibleSource != null;
    }

    /** An account knows what its own servers started from; of other servers, only sources it can see. */
    public boolean isSourceKnown() {
        return server.source != null && isOwn() || isSourceVisible();
    }

    /**
     * The name at the time of the start for the server's own account; for others the current name, since they may not
     * know the old one.
     */
    public String sourceName() {
        return isOwn() ? server.source.name() : visibleSource.name;
    }

    /** Whether the source is or was shared with the reader's account by another one. */
    public boolean isSourceShared() {
        return server.source.isSharedWith(reader.account());
    }
}
