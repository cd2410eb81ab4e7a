package dev.handshake.demo;

import dev.handshake.account.Actor;
import dev.handshake.catalog.ImageService;
import dev.handshake.image.Image;
import dev.handshake.sharing.InvitationService;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/** Demo images in every state, created once through the regular services, spread over the last three weeks. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoData {

    private final DemoImages images;
    private final InvitationService invitationService;
    private final ImageService imageService;
    private final DemoServers servers;
    private final DemoTasks tasks;
    private final DemoAbuseReports cases;
    private final DemoClock clock;

    DemoData(
            DemoImages images,
            InvitationService invitationService,
            ImageService imageService,
            DemoServers servers,
            DemoTasks tasks,
            DemoAbuseReports cases,
            DemoClock clock) {
        this.images = images;
        this.invitationService = invitationService;
        this.imageService = imageService;
        this.servers = servers;
        this.tasks = tasks;
        this.cases = cases;
        this.clock = clock;
    }

    void create(@Observes StartupEvent start) throws IOException {
        if (QuarkusTransaction.requiringNew().call(() -> Image.count()) > 0) {
            return;
        }
        createBaseImages();
        createDeletedImage();
        createAcceptedOffers();
        createRejectedOffers();
        createPendingOffers();
        createOfferInReturn();
        servers.create();
        cases.create();
        clock.setBack(Duration.ZERO);
        tasks.create();
    }

    private void createBaseImages() throws IOException {
        clock.setBack(Duration.ofDays(21));
        for (String region : DemoUser.DemoAccount.PROVIDER.regions) {
            images.create(DemoUser.PAT.actorIn(region), "Debian 12", "Debian 12", DemoDiskFile.qcow2(2));
            images.create(DemoUser.PAT.actorIn(region), "Ubuntu 24.04 LTS", "Ubuntu 24.04", DemoDiskFile.qcow2(3));
        }
    }

    private void createDeletedImage() throws IOException {
        Actor nora = DemoUser.NORA.actorIn("DFW");
        clock.setBack(Duration.ofDays(18));
        UUID before = images.create(nora, "golden-web-2026.10", "Debian 12", DemoDiskFile.raw(8));
        images.offer(nora, before, "Last month's web tier.", "300400");
        clock.setBack(Duration.ofDays(17));
        invitationService.accept(DemoUser.IRIS.actorIn("DFW"), before);
        clock.setBack(Duration.ofDays(10));
        imageService.delete(nora, before, name -> true);
    }

    private void createAcceptedOffers() throws IOException {
        Actor nora = DemoUser.NORA.actorIn("DFW");
        clock.setBack(Duration.ofDays(12));
        UUID golden = images.create(nora, "golden-web-2026.11", "Debian 12", DemoDiskFile.qcow2(20));
        images.offer(nora, golden, "Our production web tier. Rebuilt every month.", "300400", "500600", "123456");
        clock.setBack(Duration.ofDays(9));
        invitationService.accept(DemoUser.IRIS.actorIn("DFW"), golden);
        invitationService.accept(DemoUser.RAVI.actorIn("DFW"), golden);
    }

    private void createRejectedOffers() throws IOException {
        Actor cem = DemoUser.CEM.actorIn("DFW");
        clock.setBack(Duration.ofDays(6));
        UUID old = images.create(cem, "build-agent", "Ubuntu 24.04", DemoDiskFile.raw(6));
        images.offer(cem, old, "For your pipelines.", "300400", "500600");
        clock.setBack(Duration.ofDays(5));
        invitationService.reject(DemoUser.RAVI.actorIn("DFW"), old);
        invitationService.accept(DemoUser.IRIS.actorIn("DFW"), old);
        clock.setBack(Duration.ofDays(2));
        invitationService.reject(DemoUser.IRIS.actorIn("DFW"), old);
    }

    private void createPendingOffers() throws IOException {
        Actor nora = DemoUser.NORA.actorIn("DFW");
        clock.setBack(Duration.ofHours(20));
        UUID database = images.create(nora, "postgres-18-tuned", "AlmaLinux 9", DemoDiskFile.qcow2(40));
        images.offer(nora, database, "Tested with 64 GiB of memory. Feedback is welcome.", "300400");
        clock.setBack(Duration.ofMinutes(25));
        images.create(nora, "kiosk-draft", "Debian 12", DemoDiskFile.raw(3));
        UUID elsewhere =
                images.create(DemoUser.NORA.actorIn("ORD"), "golden-web-2026.11", "Debian 12", DemoDiskFile.qcow2(20));
        images.offer(DemoUser.NORA.actorIn("ORD"), elsewhere, "", "300400");
    }

    private void createOfferInReturn() throws IOException {
        Actor iris = DemoUser.IRIS.actorIn("DFW");
        clock.setBack(Duration.ofHours(3));
        UUID sample = images.create(iris, "render-node", "Ubuntu 24.04", DemoDiskFile.qcow2(60));
        images.offer(iris, sample, "Our build, for comparison.", "100200");
    }
}
