package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.quota.Amounts;
import dev.handshake.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/** How images come in: first the data, whole; then, in one transaction, the image. */
@ApplicationScoped
public class Intake {

    private final Stored stored;
    private final Clock clock;
    private final Provider provider;
    private final Licences licences;
    private final QuotaService quotas;
    private final AccountRateLimiter limiter;
    private final Event<DataArrived> arrivals;

    Intake(
            Stored stored,
            Clock clock,
            Provider provider,
            Licences licences,
            QuotaService quotas,
            AccountRateLimiter limiter,
            Event<DataArrived> arrivals) {
        this.stored = stored;
        this.clock = clock;
        this.provider = provider;
        this.licences = licences;
        this.quotas = quotas;
        this.limiter = limiter;
        this.arrivals = arrivals;
    }

    /** Bytes that one file may have. */
    public long largest() {
        return stored.largest();
    }

    /**
     * Brings in a disk image file. Reads {@code file} to its end, in constant memory; of a file that is refused, or
     * whose stream breaks off, nothing is left.
     *
     * @throws RefusedException one of the {@code FILE_} reasons, {@link Reason#STORE_UNAVAILABLE},
     *     {@link Reason#ROLE_TOO_LOW}, {@link Reason#ACCOUNT_QUOTA_EXCEEDED}, or {@link Reason#ACTIONS_RATE_LIMITED}
     * @throws IOException where the stream breaks or the store fails
     */
    public Image bring(Actor actor, Details details, InputStream file) throws IOException {
        actor.require(Role.CREATOR);
        if (file == null) {
            throw new RefusedException(Reason.FILE_MISSING);
        }
        limiter.upload(actor);
        return bring(actor, UUID.randomUUID(), details, file, () -> {});
    }

    /**
     * The same with an id that was chosen before.
     *
     * @param first in the transaction that records the image; where it refuses, nothing is recorded
     */
    public Image bring(Actor actor, UUID id, Details details, InputStream file, Runnable first) throws IOException {
        actor.require(Role.CREATOR);
        LongConsumer arriving = expect(actor, 1);
        return stored.keep(actor.region(), file, arriving, data -> {
            first.run();
            quotas.require(
                    actor.account(), actor.region(), Amounts.image(data.facts().size()));
            return record(actor, id, details, data);
        });
    }

    /**
     * Whether the account has room for another image.
     *
     * @param bytes of data that are known to come
     * @return is to be told how many came so far, and refuses as soon as they are too many
     * @throws RefusedException {@link Reason#ACCOUNT_QUOTA_EXCEEDED}
     */
    public LongConsumer expect(Actor actor, long bytes) {
        return quotas.expect(actor.account(), actor.region(), Amounts.image(bytes));
    }

    private Image record(Actor actor, UUID id, Details details, ImageData data) {
        Image image = Image.brought(actor, id, provider.isAccountOf(actor), clock.instant());
        Traits traits = new Described(image, List.of(), Map.of()).traits().typed(details, image.visibility());
        image.describe(traits, image.createdAt);
        licences.mark(image, traits);
        image.activate(data);
        image.persist();
        Tag.replace(image, details.tags());
        History.write(Happened.CREATED, image, null, actor, image.createdAt);
        arrivals.fire(new DataArrived(image));
        return image;
    }
}
