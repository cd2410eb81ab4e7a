package dev.handshake.server;

import dev.handshake.sharing.Membership;
import dev.handshake.web.Formats;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Numbers of servers that run from images, by image and account.
 *
 * @param isCapped whether there are more than were counted
 */
public record ServerCounts(Map<Key, ServerCount> byMember, boolean isCapped) {

    static final ServerCounts NONE = new ServerCounts(Map.of(), false);

    record Key(UUID image, String account) {}

    /**
     * @param number more than 0
     * @param last when the last one was started
     */
    public record ServerCount(long number, Instant last) {}

    /** @param rows image, account, number, time of the last start */
    static ServerCounts of(List<Object[]> rows) {
        Map<Key, ServerCount> counts = new HashMap<>();
        rows.forEach(row ->
                counts.put(new Key((UUID) row[0], (String) row[1]), new ServerCount((Long) row[2], (Instant) row[3])));
        ServerCounts all = new ServerCounts(counts, false);
        return new ServerCounts(counts, all.total() >= ImageUsage.MAX_COUNTED);
    }

    ServerCounts only(Collection<Membership> members) {
        Map<Key, ServerCount> counts = new HashMap<>(byMember);
        counts.keySet().retainAll(members.stream().map(ServerCounts::key).toList());
        return new ServerCounts(counts, isCapped);
    }

    /** Null if none runs. */
    public ServerCount of(Membership member) {
        return byMember.get(key(member));
    }

    public long total() {
        return byMember.values().stream().mapToLong(ServerCount::number).sum();
    }

    /** {@code 3 servers}, or {@code 1,000 servers or more}. */
    public String serverCount() {
        return counted(total());
    }

    public String counted(long number) {
        return Formats.counted(number, "server") + (isCapped ? " or more" : "");
    }

    /** When the last one was started; null if none runs. */
    public Instant last() {
        return byMember.values().stream()
                .map(ServerCount::last)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Key key(Membership member) {
        return new Key(member.imageId, member.member);
    }
}
