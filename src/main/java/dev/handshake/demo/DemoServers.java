package dev.handshake.demo;

import dev.handshake.account.Actor;
import dev.handshake.server.Order;
import dev.handshake.server.Provisioning;
import dev.handshake.server.Snapshots;
import dev.handshake.sharing.InvitationService;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Demo servers in every state, from the demo images. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoServers {

    private final Provisioning provisioning;
    private final Snapshots snapshots;
    private final DemoImages images;
    private final InvitationService invitationService;
    private final DemoClock clock;

    DemoServers(
            Provisioning provisioning,
            Snapshots snapshots,
            DemoImages images,
            InvitationService invitationService,
            DemoClock clock) {
        this.provisioning = provisioning;
        this.snapshots = snapshots;
        this.images = images;
        this.invitationService = invitationService;
        this.clock = clock;
    }

    void make() {
        makeOwn();
        makeFromShares();
        makeSnapshots();
        makeFromWhatWasTakenBack();
    }

    private void makeOwn() {
        Actor nora = DemoPerson.NORA.in("DFW");
        clock.turnBack(Duration.ofDays(14));
        start(nora, "staging-web", "small", "Debian 12");
        UUID trial = start(nora, "trial", "tiny", "Ubuntu 24.04 LTS");
        clock.turnBack(Duration.ofDays(13));
        provisioning.delete(nora, trial);
    }

    private void makeFromShares() {
        Actor iris = DemoPerson.IRIS.in("DFW");
        clock.turnBack(Duration.ofDays(8));
        start(iris, "shop-web-1", "small", "golden-web-2026.11");
        UUID second = start(iris, "shop-web-2", "small", "golden-web-2026.11");
        clock.turnBack(Duration.ofDays(4));
        provisioning.stop(iris, second);
        start(iris, "ci-runner", "medium", "build-agent");
    }

    /** From a base image to a snapshot, and from account to account: each sees as much of the way as it may. */
    private void makeSnapshots() {
        Actor nora = DemoPerson.NORA.in("DFW");
        Actor iris = DemoPerson.IRIS.in("DFW");
        clock.turnBack(Duration.ofDays(7));
        UUID staging = snapshot(nora, start(nora, "staging-db", "small", "Debian 12"), "staging-db-2026.11");
        images.offer(nora, staging, "As we test it.", iris.account());
        invitationService.accept(iris, staging);
        clock.turnBack(Duration.ofDays(2));
        UUID tuned = snapshot(iris, start(iris, "shop-db", "medium", "staging-db-2026.11"), "shop-db tuned");
        clock.turnBack(Duration.ofHours(30));
        images.offer(iris, tuned, "Before you order your own.", DemoPerson.RAVI.account.number);
    }

    /** Ravi's server outlives the share. */
    private void makeFromWhatWasTakenBack() {
        clock.turnBack(Duration.ofDays(3));
        start(DemoPerson.RAVI.in("DFW"), "old-runner", "small", "build-agent");
        clock.turnBack(Duration.ofDays(1));
        images.takeBack(DemoPerson.NORA.in("DFW"), images.named("build-agent"), DemoPerson.RAVI);
    }

    private UUID start(Actor by, String name, String flavor, String image) {
        return provisioning.start(by, new Order(UUID.randomUUID(), name, flavor, images.named(image))).id;
    }

    private UUID snapshot(Actor by, UUID server, String name) {
        return snapshots.asStarted(by, server, UUID.randomUUID(), name).id;
    }
}
