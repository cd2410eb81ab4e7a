package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.disk.DiskFacts;
import dev.handshake.disk.DiskFormat;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.quota.Amounts;
import dev.handshake.quota.QuotaService;
import dev.handshake.task.Crew;
import dev.handshake.task.Order;
import dev.handshake.task.Run;
import dev.handshake.task.TaskKind;
import dev.handshake.task.Tasks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;

/**
 * How the data of an announced image comes in: queued, saving while it does, then active. Data that breaks off or is
 * refused leaves nothing in the store and the image queued. So does a replica that dies: what comes in is a task, and
 * another replica finds its lease run out.
 *
 * <p>Data is read as {@link Intake} reads a file; a format that was announced has to be the one found in the data,
 * since whoever starts a server trusts the word. A snapshot of a server that boots from a volume may be empty
 * ({@link VolumeBacked}).
 */
@ApplicationScoped
public class Filling {

    private final Stored stored;
    private final Tasks tasks;
    private final Crew crew;
    private final QuotaService quotas;
    private final AccountRateLimiter limiter;
    private final Event<DataArrived> arrivals;

    Filling(
            Stored stored,
            Tasks tasks,
            Crew crew,
            QuotaService quotas,
            AccountRateLimiter limiter,
            Event<DataArrived> arrivals) {
        this.stored = stored;
        this.tasks = tasks;
        this.crew = crew;
        this.quotas = quotas;
        this.limiter = limiter;
        this.arrivals = arrivals;
    }

    /**
     * @throws RefusedException {@link Reason#DATA_EXISTS}, one of the {@code FILE_} reasons,
     *     {@link Reason#STORE_UNAVAILABLE}, or what forbids a change
     * @throws IOException where the stream breaks or the store fails
     */
    public void fill(Actor actor, UUID id, InputStream data) throws IOException {
        take(actor, id, data, Image::activate);
    }

    /** The same, but the image stays queued until {@link #release}. */
    public void stage(Actor actor, UUID id, InputStream data) throws IOException {
        take(actor, id, data, Image::stage);
    }

    /**
     * Staged data becomes the image's.
     *
     * @throws RefusedException {@link Reason#NOT_STAGED}, or what forbids a change
     */
    @Transactional
    public void release(Actor actor, UUID id) {
        Sight sight = Sight.locked(actor, id);
        sight.mustFill();
        sight.image().release();
    }

    /**
     * The image expects its data from elsewhere; {@link #fillExpected} brings it, or {@link #giveUp} waits no longer.
     *
     * @return the image
     * @throws RefusedException {@link Reason#DATA_EXISTS}, or what forbids a change
     */
    @Transactional
    public Image expect(Actor actor, UUID id) {
        Sight sight = Sight.locked(actor, id);
        sight.mustFill();
        limiter.upload(actor);
        sight.image().expectData();
        return sight.image();
    }

    /** @param first in the transaction that records the data; where it refuses, nothing is recorded */
    public void fillExpected(String region, UUID id, InputStream data, Runnable first) throws IOException {
        keep(region, id, data, first, Image::activate);
    }

    /** The data does not come: the image is queued again. */
    @Transactional
    public void giveUp(String region, UUID id) {
        Image image = locked(region, id);
        if (image != null && image.status() == ImageStatus.SAVING) {
            image.expectDataAgain();
        }
    }

    private void take(Actor actor, UUID id, InputStream data, BiConsumer<Image, ImageData> keeping) throws IOException {
        Run run = QuarkusTransaction.requiringNew().call(() -> begin(actor, id));
        crew.attend(run, () -> keep(actor.region(), id, run.watched(data), run::finish, keeping));
    }

    private Run begin(Actor actor, UUID id) {
        Image image = expect(actor, id);
        return crew.hold(tasks.begin(actor, UUID.randomUUID(), new Order(TaskKind.UPLOAD, id, image.name, "{}")));
    }

    private void keep(String region, UUID id, InputStream data, Runnable first, BiConsumer<Image, ImageData> keeping)
            throws IOException {
        DiskFacts whenEmpty = QuarkusTransaction.joiningExisting().call(() -> VolumeBacked.whenEmpty(region, id));
        stored.keep(region, data, whenEmpty, expect(region, id, 1), found -> {
            first.run();
            Image image = saving(region, id);
            mustAgree(image.diskFormat, found.facts().format());
            quotas.require(image.owner, region, Amounts.data(found.facts().size()));
            keeping.accept(image, found);
            arrivals.fire(new DataArrived(image));
            return image;
        });
    }

    /**
     * Whether the owner of an image has room for its data.
     *
     * @param bytes that are known to come
     * @return is to be told how many came so far, and refuses as soon as they are too many
     * @throws RefusedException {@link Reason#ACCOUNT_QUOTA_EXCEEDED}
     */
    public LongConsumer expect(String region, UUID id, long bytes) {
        Image image = QuarkusTransaction.joiningExisting().call(() -> Image.findById(new Image.Key(region, id)));
        return image == null ? any -> {} : quotas.expect(image.owner, region, Amounts.data(bytes));
    }

    private static void mustAgree(DiskFormat announced, DiskFormat found) {
        if (announced != null && announced != found) {
            throw new RefusedException(Reason.FILE_FORMAT_MISMATCH, announced.word(), found.word());
        }
    }

    /** @throws RefusedException {@link Reason#NOT_FOUND} where the image was deleted while its data came in */
    private static Image saving(String region, UUID id) {
        Image image = locked(region, id);
        if (image == null) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        return image;
    }

    private static Image locked(String region, UUID id) {
        return Image.findById(new Image.Key(region, id), LockModeType.PESSIMISTIC_WRITE);
    }
}
