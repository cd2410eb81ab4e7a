package dev.handshake.live;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.nova.ComputeRegions;
import dev.handshake.paging.CappedCounts;
import dev.handshake.paging.CappedCounts.CountQuery;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * {@code /{region}/changes}: whether anything that the account sees changed in the region. Open pages ask here every
 * few seconds and load themselves again only then. Costs one query, which reads one row of each of three indexes while
 * nothing changes, and of a fourth in regions with a compute service.
 */
@Path("/{region}/changes")
@Authenticated
public class ChangesResource {

    /** Longer than a transaction takes to commit after it read the clock, and than clocks of replicas differ. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    /** Something changed since any time before that, without a look; it bounds what the query reads. */
    private static final Duration MAX_AGE = Duration.ofDays(1);

    /** As {@link dev.handshake.image.HistoryEntry} shows it to its readers: not what the owner is not told. */
    private static final String AS_OWNER = "history where region = ? and owner = ? and at > ? and member_only = false";

    private static final String AS_MEMBER = "history where region = ? and member = ? and at > ?";

    private static final String NOTIFIED = "notice where region = ? and account = ? and at > ? and state = 'UNREAD'";

    /** Only where servers change by themselves. */
    private static final String SERVERS = "server_event where region = ? and account = ? and at > ?";

    /**
     * The answer to a page.
     *
     * @param now from when to ask next, in milliseconds since the epoch
     */
    public record Changes(boolean changed, long now) {}

    private final CurrentUser current;
    private final ComputeRegions regions;
    private final Clock clock;

    ChangesResource(CurrentUser current, ComputeRegions regions, Clock clock) {
        this.current = current;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * @param since in milliseconds since the epoch; any time more than a day ago is answered with yes
     * @throws RefusedException {@link Reason#MALFORMED} if that is no number
     */
    @GET
    public Response changes(String region, @RestQuery String since) {
        Actor actor = current.actorIn(region);
        long asked = parse(since);
        Instant now = clock.instant();
        boolean changed = asked < now.minus(MAX_AGE).toEpochMilli()
                || asked <= now.toEpochMilli() && hasChanged(actor, Instant.ofEpochMilli(asked));
        return Response.ok(new Changes(changed, now.minus(OVERLAP).toEpochMilli()), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private boolean hasChanged(Actor actor, Instant since) {
        List<String> sources = regions.contains(actor.region())
                ? List.of(AS_OWNER, AS_MEMBER, NOTIFIED, SERVERS)
                : List.of(AS_OWNER, AS_MEMBER, NOTIFIED);
        CappedCounts<String> counts = new CappedCounts<>(
                sources.stream().collect(Collectors.toMap(Function.identity(), each -> count(each, actor, since))));
        return sources.stream().anyMatch(each -> !counts.display(each).isEmpty());
    }

    private static CountQuery count(String from, Actor actor, Instant since) {
        return CountQuery.of(from, actor.region(), actor.account(), since);
    }

    private static long parse(String since) {
        try {
            return Long.parseLong(since);
        } catch (NumberFormatException noNumber) {
            throw new RefusedException(Reason.MALFORMED, "since is not a number");
        }
    }
}
