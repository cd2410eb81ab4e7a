package dev.handshake.demo;

import dev.handshake.export.ExportService;
import dev.handshake.importing.ImportRequest;
import dev.handshake.importing.ImportService;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Imports that succeed, fail or run for a while, and an export. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoTasks {

    private final ImportService importService;
    private final ExportService exportService;
    private final DemoImages images;
    private final DemoDownloadServer downloads;

    DemoTasks(
            ImportService importService, ExportService exportService, DemoImages images, DemoDownloadServer downloads) {
        this.importService = importService;
        this.exportService = exportService;
        this.images = images;
        this.downloads = downloads;
    }

    void create() {
        startImport("Debian 13 from the mirror", "debian-13.qcow2");
        startImport("A missing file", "no-such-file.qcow2");
        startImport("A large file", "slow.raw");
        exportService.start(
                DemoUser.NORA.actorIn("DFW"), UUID.randomUUID(), images.findId("golden-web-2026.11"), false);
    }

    private void startImport(String name, String file) {
        Map<String, String> typed = Map.of("name", name, "address", downloads.url(file), "tags", "demo");
        importService.start(DemoUser.CEM.actorIn("DFW"), UUID.randomUUID(), ImportRequest.fromForm(typed::get));
    }
}
