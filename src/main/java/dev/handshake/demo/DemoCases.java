package dev.handshake.demo;

import dev.handshake.abuse.Complaint;
import dev.handshake.abuse.Handling;
import dev.handshake.abuse.Report;
import dev.handshake.abuse.Reporting;
import dev.handshake.account.Actor;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/** Reported images: one taken out of use with its case closed, and one that waits at the operator's desk. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoCases {

    private final DemoImages images;
    private final Reporting reporting;
    private final Handling handling;
    private final DemoClock clock;

    DemoCases(DemoImages images, Reporting reporting, Handling handling, DemoClock clock) {
        this.images = images;
        this.reporting = reporting;
        this.handling = handling;
        this.clock = clock;
    }

    void make() throws IOException {
        Actor sam = DemoPerson.SAM.in("DFW");
        Actor opal = DemoPerson.OPAL.in("DFW");
        clock.turnBack(Duration.ofDays(2));
        UUID appliance = images.bring(sam, "free-vpn-appliance", "Debian 12", DemoDisk.qcow2(5));
        images.offer(sam, appliance, "Try it, it is free.", "300400", "500600");
        clock.turnBack(Duration.ofHours(40));
        Report malicious = report(
                DemoPerson.RAVI.in("DFW"), appliance, "malicious", "It opens a tunnel to somewhere at every start.");
        clock.turnBack(Duration.ofHours(30));
        handling.deactivate(opal, malicious.id, "It holds software that opens a way in for strangers.");
        handling.close(opal, malicious.id, "You were right. The image is out of use; thank you.");
        clock.turnBack(Duration.ofHours(5));
        UUID payroll = images.bring(sam, "payroll-db-copy", "Ubuntu 24.04", DemoDisk.qcow2(7));
        images.offer(sam, payroll, "", "500600");
        report(
                DemoPerson.RAVI.in("DFW"),
                payroll,
                "error",
                "This looks like somebody's payroll, and not meant for us.");
    }

    private Report report(Actor by, UUID image, String ground, String words) {
        return reporting.report(by, UUID.randomUUID(), image, Complaint.typed(ground, words));
    }
}
