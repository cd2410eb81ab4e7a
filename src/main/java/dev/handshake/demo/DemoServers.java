package dev.handshake.demo;

import dev.handshake.account.Actor;
import dev.handshake.server.ServerRequest;
import dev.handshake.server.ServerService;
import dev.handshake.server.SnapshotService;
import dev.handshake.sharing.InvitationService;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Demo servers in every state, started from the demo images. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoServers {

    private final ServerService servers;
    private final SnapshotService snapshots;
    private final DemoImages images;
    private final InvitationService invitationService;
    private final DemoClock clock;

    DemoServers(
            ServerService servers,
            SnapshotService snapshots,
            DemoImages images,
            InvitationService invitationService,
            DemoClock clock) {
        this.servers = servers;
        this.snapshots = snapshots;
        this.images = images;
        this.invitationService = invitationService;
        this.clock = clock;
    }

    void create() {
        createOwn();
        createFromShares();
        createSnapshots();
        createFromRevokedShare();
    }

    private void createOwn() {
        Actor nora = DemoUser.NORA.actorIn("DFW");
        clock.setBack(Duration.ofDays(14));
        start(nora, "staging-web", "small", "Debian 12");
        UUID trial = start(nora, "trial", "tiny", "Ubuntu 24.04 LTS");
        clock.setBack(Duration.ofDays(13));
        servers.delete(nora, trial);
    }

    private void createFromShares() {
        Actor iris = DemoUser.IRIS.actorIn("DFW");
        clock.setBack(Duration.ofDays(8));
        start(iris, "shop-web-1", "small", "golden-web-2026.11");
        UUID second = start(iris, "shop-web-2", "small", "golden-web-2026.11");
        clock.setBack(Duration.ofDays(4));
        servers.stop(iris, second);
        start(iris, "ci-runner", "medium", "build-agent");
    }

    /** A chain from a base image through snapshots across accounts, of which each account sees its part. */
    private void createSnapshots() {
        Actor nora = DemoUser.NORA.actorIn("DFW");
        Actor iris = DemoUser.IRIS.actorIn("DFW");
        clock.setBack(Duration.ofDays(7));
        UUID staging = snapshot(nora, start(nora, "staging-db", "small", "Debian 12"), "staging-db-2026.11");
        images.offer(nora, staging, "Our staging version.", iris.account());
        invitationService.accept(iris, staging);
        clock.setBack(Duration.ofDays(2));
        UUID tuned = snapshot(iris, start(iris, "shop-db", "medium", "staging-db-2026.11"), "shop-db tuned");
        clock.setBack(Duration.ofHours(30));
        images.offer(iris, tuned, "Try it before you build your own.", DemoUser.RAVI.account.number);
    }

    /** Ravi's server outlives the share. */
    private void createFromRevokedShare() {
        clock.setBack(Duration.ofDays(3));
        start(DemoUser.RAVI.actorIn("DFW"), "old-runner", "small", "build-agent");
        clock.setBack(Duration.ofDays(1));
        images.removeMember(DemoUser.NORA.actorIn("DFW"), images.findId("build-agent"), DemoUser.RAVI);
    }

    private UUID start(Actor by, String name, String flavor, String image) {
        return servers.start(by, new ServerRequest(UUID.randomUUID(), name, flavor, images.findId(image))).id;
    }

    private UUID snapshot(Actor by, UUID server, String name) {
        return snapshots.createFromSourceData(by, server, UUID.randomUUID(), name).id;
    }
}
