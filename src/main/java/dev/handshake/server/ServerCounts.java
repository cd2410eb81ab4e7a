package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.paging.NativeRows;
import dev.handshake.sharing.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many servers members have from an image, for its owner, who otherwise sees nothing of the servers of others. */
@ApplicationScoped
@Named("serverCounts")
public class ServerCounts {

    /** Served by the index {@code server_by_source}. */
    private static final String BY_MEMBER = "select source_image, account, count(*) as servers from server"
            + " where region = :region and source_image = any(:images) and account = any(:accounts)"
            + " and state <> 'DELETED' group by source_image, account";

    /** The servers of each of the {@code members} that has any, in one query. */
    public Map<Membership, Long> findByMember(Actor owner, List<Membership> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> counts = count(
                owner.region(),
                members.stream().map(each -> each.imageId).distinct().toList(),
                members.stream().map(each -> each.member).distinct().toList());
        return members.stream()
                .filter(each -> counts.containsKey(key(each)))
                .collect(Collectors.toMap(Function.identity(), each -> counts.get(key(each))));
    }

    private static Map<String, Long> count(String region, Collection<UUID> images, Collection<String> accounts) {
        Map<String, Object> parameters = Map.of(
                "region", region, "images", images.toArray(UUID[]::new), "accounts", accounts.toArray(String[]::new));
        return NativeRows.select(
                        BY_MEMBER,
                        parameters,
                        new NativeRows.ResultColumn("source_image", UUID.class),
                        new NativeRows.ResultColumn("account", String.class),
                        new NativeRows.ResultColumn("servers", Long.class))
                .stream()
                .collect(Collectors.toMap(each -> each[0] + "~" + each[1], each -> (Long) each[2]));
    }

    private static String key(Membership member) {
        return member.imageId + "~" + member.member;
    }
}
