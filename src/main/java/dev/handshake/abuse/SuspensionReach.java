package dev.handshake.abuse;

import dev.handshake.image.Image;
import dev.handshake.image.SuspensionQueries;
import dev.handshake.server.ServerQueries;
import dev.handshake.sharing.MembershipQueries;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.web.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whom a suspension hits, in numbers: the members of all images with the same data, and the servers started from them.
 * Only operators see it: owners learn at most of the servers of members who accepted.
 */
public record SuspensionReach(int images, Map<MembershipStatus, Long> members, long servers) {

    static SuspensionReach of(Image image) {
        List<UUID> images = SuspensionQueries.listIdsWithSameData(image.region, image);
        return new SuspensionReach(
                images.size(),
                MembershipQueries.countByStatus(image.region, images),
                ServerQueries.countStartedFrom(image.region, images));
    }

    public String memberCount() {
        return Formats.counted(
                members.values().stream().mapToLong(Long::longValue).sum(), "member");
    }

    /** {@code 1 accepted, 2 pending}; empty without members. */
    public String byStatus() {
        return Arrays.stream(MembershipStatus.values())
                .filter(members::containsKey)
                .map(status -> members.get(status) + " " + status.label())
                .collect(Collectors.joining(", "));
    }

    public String serverCount() {
        return Formats.counted(servers, "server");
    }

    /** How many other images have the same data. */
    public int others() {
        return images - 1;
    }
}
