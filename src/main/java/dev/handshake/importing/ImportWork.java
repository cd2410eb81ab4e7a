package dev.handshake.importing;

import dev.handshake.image.Filling;
import dev.handshake.image.Intake;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.task.BackgroundWork;
import dev.handshake.task.Run;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.web.Formats;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;

/** Brings in a file from an address: into an image that waits for it, or as a new one. */
@ApplicationScoped
class ImportWork implements BackgroundWork {

    private final Fetching fetching;
    private final Intake intake;
    private final Filling filling;
    private final Clock clock;
    private final Duration longest;

    ImportWork(Fetching fetching, Intake intake, Filling filling, Clock clock, ImportSettings settings) {
        this.fetching = fetching;
        this.intake = intake;
        this.filling = filling;
        this.clock = clock;
        this.longest = settings.longest();
    }

    @Override
    public TaskKind kind() {
        return TaskKind.IMPORT;
    }

    @Override
    public int mostRuns() {
        return 3;
    }

    @Override
    public void run(Run run) throws IOException {
        Wanted wanted = Wanted.read(run.task().input);
        try (Fetched fetched = fetching.open(wanted.address(), run::interruptBy)) {
            run.expect(fetched.size());
            mustFit(fetched);
            bring(run, wanted, new Arriving(run.watched(fetched.data()), clock, longest));
        }
    }

    private void mustFit(Fetched fetched) {
        if (fetched.size() != null && fetched.size() > intake.largest()) {
            throw new Refused(Reason.FILE_TOO_LARGE, Formats.bytes(intake.largest()));
        }
    }

    private void bring(Run run, Wanted wanted, InputStream data) throws IOException {
        Task task = run.task();
        if (wanted.isForNewImage()) {
            intake.bring(task.actor(), task.imageId, wanted.details(), data, run::finish);
        } else {
            filling.fillExpected(task.region, task.imageId, data, run::finish);
        }
    }

    @Override
    public void giveUp(Task task) {
        filling.giveUp(task.region, task.imageId);
    }
}
