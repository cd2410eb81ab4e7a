package dev.handshake.importing;

import dev.handshake.account.AccountRateLimiter;
import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.imagedata.ImageIngestService;
import dev.handshake.imagedata.ImageUploadService;
import dev.handshake.task.Order;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** How an import begins; {@link ImportWork} does it. */
@ApplicationScoped
public class Importing {

    private final Reach reach;
    private final ImageIngestService imageIngestService;
    private final ImageUploadService imageUploadService;
    private final Tasks tasks;
    private final AccountRateLimiter limiter;

    Importing(
            Reach reach,
            ImageIngestService imageIngestService,
            ImageUploadService imageUploadService,
            Tasks tasks,
            AccountRateLimiter limiter) {
        this.reach = reach;
        this.imageIngestService = imageIngestService;
        this.imageUploadService = imageUploadService;
        this.tasks = tasks;
        this.limiter = limiter;
    }

    /** Where the file of an import is, as it was typed. */
    public static String addressOf(Task task) {
        return Wanted.read(task.input()).addressText();
    }

    /**
     * A new image of the actor's account is to come from an address. It is there once its data is.
     *
     * @param id of the task; one that exists already is answered as it is, and nothing is begun twice
     * @throws RefusedException one of the {@code ADDRESS_} reasons that can be told without asking anybody
     */
    @Transactional
    public Task begin(Actor actor, UUID id, Wanted wanted) {
        actor.require(Role.CREATOR);
        reach.checked(wanted.address());
        return tasks.find(actor, id).orElseGet(() -> {
            limiter.acquireForUpload(actor);
            imageIngestService.precheckQuota(actor, 1);
            UUID image = UUID.randomUUID();
            return tasks.begin(
                    actor,
                    id,
                    new Order(TaskKind.IMPORT, image, wanted.details().name(), wanted.json()));
        });
    }

    /**
     * An announced image is to get its data from an address.
     *
     * @throws RefusedException as above; {@link dev.handshake.error.Reason#DATA_EXISTS}, or what forbids a change
     */
    @Transactional
    public Task fill(Actor actor, UUID id, String address) {
        Wanted wanted = Wanted.data(address);
        reach.checked(wanted.address());
        Image image = imageUploadService.startSaving(actor, id);
        imageUploadService.precheckQuota(actor.region(), id, 1);
        return tasks.begin(actor, UUID.randomUUID(), new Order(TaskKind.IMPORT, id, image.name, wanted.json()));
    }
}
