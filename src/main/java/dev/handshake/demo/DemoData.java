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

/** Demo images in every state, made through the same rules as everything else, once, over the last three weeks. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoData {

    private final DemoImages images;
    private final InvitationService invitationService;
    private final ImageService imageService;
    private final DemoServers servers;
    private final DemoTasks tasks;
    private final DemoCases cases;
    private final DemoClock clock;

    DemoData(
            DemoImages images,
            InvitationService invitationService,
            ImageService imageService,
            DemoServers servers,
            DemoTasks tasks,
            DemoCases cases,
            DemoClock clock) {
        this.images = images;
        this.invitationService = invitationService;
        this.imageService = imageService;
        this.servers = servers;
        this.tasks = tasks;
        this.cases = cases;
        this.clock = clock;
    }

    void make(@Observes StartupEvent start) throws IOException {
        if (QuarkusTransaction.requiringNew().call(() -> Image.count()) > 0) {
            return;
        }
        makeBaseImages();
        makeGone();
        makeAccepted();
        makeRejected();
        makePending();
        makeAnswer();
        servers.make();
        cases.make();
        clock.turnBack(Duration.ZERO);
        tasks.make();
    }

    private void makeBaseImages() throws IOException {
        clock.turnBack(Duration.ofDays(21));
        for (String region : DemoPerson.Account.PROVIDER.regions) {
            images.bring(DemoPerson.PAT.in(region), "Debian 12", "Debian 12", DemoDisk.qcow2(2));
            images.bring(DemoPerson.PAT.in(region), "Ubuntu 24.04 LTS", "Ubuntu 24.04", DemoDisk.qcow2(3));
        }
    }

    private void makeGone() throws IOException {
        Actor nora = DemoPerson.NORA.in("DFW");
        clock.turnBack(Duration.ofDays(18));
        UUID before = images.bring(nora, "golden-web-2026.10", "Debian 12", DemoDisk.raw(8));
        images.offer(nora, before, "The web tier of last month.", "300400");
        clock.turnBack(Duration.ofDays(17));
        invitationService.accept(DemoPerson.IRIS.in("DFW"), before);
        clock.turnBack(Duration.ofDays(10));
        imageService.delete(nora, before, name -> true);
    }

    private void makeAccepted() throws IOException {
        Actor nora = DemoPerson.NORA.in("DFW");
        clock.turnBack(Duration.ofDays(12));
        UUID golden = images.bring(nora, "golden-web-2026.11", "Debian 12", DemoDisk.qcow2(20));
        images.offer(nora, golden, "The web tier as we run it. Rebuilt every month.", "300400", "500600", "123456");
        clock.turnBack(Duration.ofDays(9));
        invitationService.accept(DemoPerson.IRIS.in("DFW"), golden);
        invitationService.accept(DemoPerson.RAVI.in("DFW"), golden);
    }

    private void makeRejected() throws IOException {
        Actor cem = DemoPerson.CEM.in("DFW");
        clock.turnBack(Duration.ofDays(6));
        UUID old = images.bring(cem, "build-agent", "Ubuntu 24.04", DemoDisk.raw(6));
        images.offer(cem, old, "For your pipelines.", "300400", "500600");
        clock.turnBack(Duration.ofDays(5));
        invitationService.reject(DemoPerson.RAVI.in("DFW"), old);
        invitationService.accept(DemoPerson.IRIS.in("DFW"), old);
        clock.turnBack(Duration.ofDays(2));
        invitationService.reject(DemoPerson.IRIS.in("DFW"), old);
    }

    private void makePending() throws IOException {
        Actor nora = DemoPerson.NORA.in("DFW");
        clock.turnBack(Duration.ofHours(20));
        UUID database = images.bring(nora, "postgres-18-tuned", "AlmaLinux 9", DemoDisk.qcow2(40));
        images.offer(nora, database, "Tested with 64 GiB of memory. Tell us what you think.", "300400");
        clock.turnBack(Duration.ofMinutes(25));
        images.bring(nora, "kiosk-draft", "Debian 12", DemoDisk.raw(3));
        UUID elsewhere = images.bring(DemoPerson.NORA.in("ORD"), "golden-web-2026.11", "Debian 12", DemoDisk.qcow2(20));
        images.offer(DemoPerson.NORA.in("ORD"), elsewhere, "", "300400");
    }

    private void makeAnswer() throws IOException {
        Actor iris = DemoPerson.IRIS.in("DFW");
        clock.turnBack(Duration.ofHours(3));
        UUID sample = images.bring(iris, "render-node", "Ubuntu 24.04", DemoDisk.qcow2(60));
        images.offer(iris, sample, "Ours, for a comparison.", "100200");
    }
}
