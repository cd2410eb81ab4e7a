package dev.handshake.export;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.imagedata.DownloadService;
import dev.handshake.task.BackgroundTaskHandler;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.TaskRun;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Prepares an export: reads all data in constant memory and verifies its digest. */
@ApplicationScoped
class ExportTaskHandler implements BackgroundTaskHandler {

    private final ExportService exports;
    private final DownloadService downloads;

    ExportTaskHandler(ExportService exports, DownloadService downloads) {
        this.exports = exports;
        this.downloads = downloads;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.EXPORT;
    }

    @Override
    public int maxRuns() {
        return 3;
    }

    @Override
    public void run(TaskRun run) throws IOException {
        Task task = run.task();
        Image image =
                QuarkusTransaction.requiringNew().call(() -> exports.requireExportable(task.actor(), task.imageId));
        run.expectBytes(image.size);
        if (image.sha512 != null && !image.sha512.equals(digest(run, image))) {
            throw new RefusedException(Reason.DATA_DAMAGED);
        }
        QuarkusTransaction.requiringNew().run(run::finish);
    }

    private String digest(TaskRun run, Image image) throws IOException {
        MessageDigest sha512 = sha512();
        try (InputStream data = new DigestInputStream(run.tracked(downloads.openStream(image, 0)), sha512)) {
            data.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha512.digest());
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
