package dev.handshake.demo;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import dev.handshake.image.Sharing;
import dev.handshake.server.Order;
import dev.handshake.server.Provisioning;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Demo servers in every state, from the demo images. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoServers {

    private final Provisioning provisioning;
    private final Sharing sharing;
    private final DemoClock clock;

    DemoServers(Provisioning provisioning, Sharing sharing, DemoClock clock) {
        this.provisioning = provisioning;
        this.sharing = sharing;
        this.clock = clock;
    }

    void make() {
        makeOwn();
        makeFromShares();
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

    /** Ravi's server outlives the share. */
    private void makeFromWhatWasTakenBack() {
        clock.turnBack(Duration.ofDays(3));
        start(DemoPerson.RAVI.in("DFW"), "old-runner", "small", "build-agent");
        clock.turnBack(Duration.ofDays(1));
        sharing.remove(DemoPerson.NORA.in("DFW"), image("build-agent"), DemoPerson.RAVI.account.number);
    }

    private UUID start(Actor by, String name, String flavor, String image) {
        return provisioning.start(by, new Order(UUID.randomUUID(), name, flavor, image(image))).id;
    }

    private static UUID image(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Image.<Image>find("region = ?1 and name = ?2", "DFW", name)
                        .firstResult()
                        .id);
    }
}
