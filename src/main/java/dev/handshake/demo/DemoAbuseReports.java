package dev.handshake.demo;

import dev.handshake.abuse.AbuseDeskService;
import dev.handshake.abuse.AbuseReport;
import dev.handshake.abuse.AbuseReportForm;
import dev.handshake.abuse.AbuseReportService;
import dev.handshake.account.Actor;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/** Reported images: one suspended, with a closed case, and one still open. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoAbuseReports {

    private final DemoImages images;
    private final AbuseReportService reports;
    private final AbuseDeskService desk;
    private final DemoClock clock;

    DemoAbuseReports(DemoImages images, AbuseReportService reports, AbuseDeskService desk, DemoClock clock) {
        this.images = images;
        this.reports = reports;
        this.desk = desk;
        this.clock = clock;
    }

    void create() throws IOException {
        Actor sam = DemoUser.SAM.actorIn("DFW");
        Actor opal = DemoUser.OPAL.actorIn("DFW");
        clock.setBack(Duration.ofDays(2));
        UUID appliance = images.create(sam, "free-vpn-appliance", "Debian 12", DemoDiskFile.qcow2(5));
        images.offer(sam, appliance, "Free to use.", "300400", "500600");
        clock.setBack(Duration.ofHours(40));
        AbuseReport malicious = report(
                DemoUser.RAVI.actorIn("DFW"),
                appliance,
                "malicious",
                "It opens a tunnel to an unknown host at every boot.");
        clock.setBack(Duration.ofHours(30));
        desk.suspend(opal, malicious.id, "It contains a backdoor.");
        desk.close(opal, malicious.id, "You were right. The image is suspended. Thank you.");
        clock.setBack(Duration.ofHours(5));
        UUID payroll = images.create(sam, "payroll-db-copy", "Ubuntu 24.04", DemoDiskFile.qcow2(7));
        images.offer(sam, payroll, "", "500600");
        report(
                DemoUser.RAVI.actorIn("DFW"),
                payroll,
                "error",
                "This looks like payroll data that was not meant for us.");
    }

    private AbuseReport report(Actor by, UUID image, String ground, String words) {
        return reports.report(by, UUID.randomUUID(), image, AbuseReportForm.parse(ground, words));
    }
}
