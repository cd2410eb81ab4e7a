package dev.handshake.demo;

import dev.handshake.export.ExportService;
import dev.handshake.importing.ImportRequest;
import dev.handshake.importing.ImportService;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Imports that succeed, fail and are under way for a while, and an export. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoTasks {

    private final ImportService importService;
    private final ExportService exportService;
    private final DemoImages images;
    private final DemoMirror mirror;

    DemoTasks(ImportService importService, ExportService exportService, DemoImages images, DemoMirror mirror) {
        this.importService = importService;
        this.exportService = exportService;
        this.images = images;
        this.mirror = mirror;
    }

    void make() {
        fetch("Debian 13 from the mirror", "debian-13.qcow2");
        fetch("A file that is not there", "no-such-file.qcow2");
        fetch("A large file on its way", "slow.raw");
        exportService.start(DemoPerson.NORA.in("DFW"), UUID.randomUUID(), images.named("golden-web-2026.11"), false);
    }

    private void fetch(String name, String file) {
        Map<String, String> typed = Map.of("name", name, "address", mirror.at(file), "tags", "demo");
        importService.start(DemoPerson.CEM.in("DFW"), UUID.randomUUID(), ImportRequest.fromForm(typed::get));
    }
}
