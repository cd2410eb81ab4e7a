package dev.handshake.demo;

import dev.handshake.account.Actor;
import dev.handshake.image.Answering;
import dev.handshake.image.Details;
import dev.handshake.image.Image;
import dev.handshake.image.Intake;
import dev.handshake.image.Upkeep;
import dev.handshake.importing.Importing;
import dev.handshake.importing.Wanted;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Demo images in every state, made through the same rules as everything else, once, over the last three weeks. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoData {

    private final Intake intake;
    private final DemoOffers offers;
    private final Answering answering;
    private final Upkeep upkeep;
    private final DemoServers servers;
    private final Importing importing;
    private final DemoMirror mirror;
    private final DemoClock clock;

    DemoData(
            Intake intake,
            DemoOffers offers,
            Answering answering,
            Upkeep upkeep,
            DemoServers servers,
            Importing importing,
            DemoMirror mirror,
            DemoClock clock) {
        this.intake = intake;
        this.offers = offers;
        this.answering = answering;
        this.upkeep = upkeep;
        this.servers = servers;
        this.importing = importing;
        this.mirror = mirror;
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
        clock.turnBack(Duration.ZERO);
        makeImports();
    }

    private void makeBaseImages() throws IOException {
        clock.turnBack(Duration.ofDays(21));
        for (String region : DemoPerson.Account.PROVIDER.regions) {
            bring(DemoPerson.PAT.in(region), "Debian 12", "Debian 12", DemoDisk.qcow2(2));
            bring(DemoPerson.PAT.in(region), "Ubuntu 24.04 LTS", "Ubuntu 24.04", DemoDisk.qcow2(3));
        }
    }

    private void makeGone() throws IOException {
        Actor nora = DemoPerson.NORA.in("DFW");
        clock.turnBack(Duration.ofDays(18));
        UUID before = bring(nora, "golden-web-2026.10", "Debian 12", DemoDisk.raw(8));
        offers.make(nora, before, "The web tier of last month.", "300400");
        clock.turnBack(Duration.ofDays(17));
        answering.accept(DemoPerson.IRIS.in("DFW"), before);
        clock.turnBack(Duration.ofDays(10));
        upkeep.delete(nora, before, name -> true);
    }

    private void makeAccepted() throws IOException {
        Actor nora = DemoPerson.NORA.in("DFW");
        clock.turnBack(Duration.ofDays(12));
        UUID golden = bring(nora, "golden-web-2026.11", "Debian 12", DemoDisk.qcow2(20));
        offers.make(nora, golden, "The web tier as we run it. Rebuilt every month.", "300400", "500600", "123456");
        clock.turnBack(Duration.ofDays(9));
        answering.accept(DemoPerson.IRIS.in("DFW"), golden);
        answering.accept(DemoPerson.RAVI.in("DFW"), golden);
    }

    private void makeRejected() throws IOException {
        Actor cem = DemoPerson.CEM.in("DFW");
        clock.turnBack(Duration.ofDays(6));
        UUID old = bring(cem, "build-agent", "Ubuntu 24.04", DemoDisk.raw(6));
        offers.make(cem, old, "For your pipelines.", "300400", "500600");
        clock.turnBack(Duration.ofDays(5));
        answering.reject(DemoPerson.RAVI.in("DFW"), old);
        answering.accept(DemoPerson.IRIS.in("DFW"), old);
        clock.turnBack(Duration.ofDays(2));
        answering.reject(DemoPerson.IRIS.in("DFW"), old);
    }

    private void makePending() throws IOException {
        Actor nora = DemoPerson.NORA.in("DFW");
        clock.turnBack(Duration.ofHours(20));
        UUID database = bring(nora, "postgres-18-tuned", "AlmaLinux 9", DemoDisk.qcow2(40));
        offers.make(nora, database, "Tested with 64 GiB of memory. Tell us what you think.", "300400");
        clock.turnBack(Duration.ofMinutes(25));
        bring(nora, "kiosk-draft", "Debian 12", DemoDisk.raw(3));
        UUID elsewhere = bring(DemoPerson.NORA.in("ORD"), "golden-web-2026.11", "Debian 12", DemoDisk.qcow2(20));
        offers.make(DemoPerson.NORA.in("ORD"), elsewhere, "", "300400");
    }

    private void makeAnswer() throws IOException {
        Actor iris = DemoPerson.IRIS.in("DFW");
        clock.turnBack(Duration.ofHours(3));
        UUID sample = bring(iris, "render-node", "Ubuntu 24.04", DemoDisk.qcow2(60));
        offers.make(iris, sample, "Ours, for a comparison.", "100200");
    }

    /** One that succeeds, one that fails, and one that is still under way for a while. */
    private void makeImports() {
        fetch("Debian 13 from the mirror", "debian-13.qcow2");
        fetch("A file that is not there", "no-such-file.qcow2");
        fetch("A large file on its way", "slow.raw");
    }

    private void fetch(String name, String file) {
        Map<String, String> typed = Map.of("name", name, "address", mirror.at(file), "tags", "demo");
        importing.begin(DemoPerson.CEM.in("DFW"), UUID.randomUUID(), Wanted.typed(typed::get));
    }

    private UUID bring(Actor actor, String name, String system, InputStream file) throws IOException {
        Map<String, String> typed = Map.of(
                "name",
                name,
                "operatingSystem",
                system,
                "description",
                "A demo image: it boots nothing.",
                "tags",
                "demo");
        return intake.bring(actor, Details.typed(typed::get), file).id;
    }
}
