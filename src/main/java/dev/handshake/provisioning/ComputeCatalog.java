package dev.handshake.provisioning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.nova.ComputeCaller;
import dev.handshake.nova.Nova;
import dev.handshake.nova.NovaFlavor;
import dev.handshake.nova.NovaLimits;
import dev.handshake.nova.NovaNetwork;
import dev.handshake.openstack.ServiceException;
import dev.handshake.server.Flavor;
import dev.handshake.server.Flavors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the compute service offers an account. Remembered for a short time, and longer while it does not answer. Never
 * called within a transaction.
 */
@ApplicationScoped
public class ComputeCatalog {

    private record Key(String region, String account) {}

    /** @param at when it was read */
    private record Known<V>(V value, Instant at) {}

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Nova nova;
    private final Flavors flavors;
    private final Clock clock;
    private final Cache<Key, Known<List<NovaFlavor>>> offered = cache();
    private final Cache<Key, Known<List<NovaNetwork>>> networks = cache();

    ComputeCatalog(Nova nova, Flavors flavors, Clock clock) {
        this.nova = nova;
        this.flavors = flavors;
        this.clock = clock;
    }

    private static <V> Cache<Key, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(1_000)
                .expireAfterWrite(Duration.ofDays(1))
                .build();
    }

    /** @throws RefusedException {@link Reason#COMPUTE_UNAVAILABLE} and others, as {@link #call} */
    public LaunchChoices choices(Actor actor) {
        List<Flavor> sizes = listFlavors(actor).stream().map(this::toFlavor).toList();
        return new LaunchChoices(sizes, limitsOrNull(actor), listNetworks(actor));
    }

    /** Nothing depends on them here: the compute service checks them. */
    private NovaLimits limitsOrNull(Actor actor) {
        try {
            return nova.getLimits(caller(actor));
        } catch (ServiceException away) {
            return null;
        }
    }

    /** Smallest first. */
    private List<NovaFlavor> listFlavors(Actor actor) {
        return remember(
                offered,
                actor,
                () -> nova.listFlavors(caller(actor)).stream()
                        .sorted(Comparator.comparingInt(NovaFlavor::vcpus)
                                .thenComparingInt(NovaFlavor::ram)
                                .thenComparingInt(NovaFlavor::disk)
                                .thenComparing(NovaFlavor::name))
                        .toList());
    }

    private List<NovaNetwork> listNetworks(Actor actor) {
        return remember(networks, actor, () -> nova.listNetworks(caller(actor)));
    }

    /** What was known before will do while the compute service is away: requests are kept until it answers. */
    private <V> V remember(Cache<Key, Known<V>> cache, Actor actor, Supplier<V> source) {
        Key key = new Key(actor.region(), actor.account());
        Known<V> known = cache.getIfPresent(key);
        if (known != null && known.at.plus(FRESH).isAfter(clock.instant())) {
            return known.value;
        }
        try {
            V fresh = call(source);
            cache.put(key, new Known<>(fresh, clock.instant()));
            return fresh;
        } catch (RefusedException no) {
            if (known == null || no.reason() != Reason.COMPUTE_UNAVAILABLE) {
                throw no;
            }
            return known.value;
        }
    }

    /**
     * The flavor with this name or id.
     *
     * @throws RefusedException {@link Reason#NO_SUCH_FLAVOR}; otherwise as {@link #call}
     */
    NovaFlavor getFlavor(Actor actor, String nameOrId) {
        return listFlavors(actor).stream()
                .filter(each -> each.name().equals(nameOrId) || each.id().equals(nameOrId))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.NO_SUCH_FLAVOR));
    }

    /** The flavor as servers keep it, with its price. */
    Flavor toFlavor(NovaFlavor flavor) {
        return new Flavor(flavor.name(), flavor.vcpus(), flavor.ram(), flavor.disk(), flavors.priceOf(flavor.name()));
    }

    /** @throws RefusedException {@link Reason#NO_SUCH_NETWORK}; otherwise as {@link #call} */
    void requireNetwork(Actor actor, UUID network) {
        if (network != null
                && listNetworks(actor).stream().noneMatch(each -> each.id().equals(network))) {
            throw new RefusedException(Reason.NO_SUCH_NETWORK);
        }
    }

    /**
     * The end of a server's console log.
     *
     * @param computeId the compute service's own
     * @throws RefusedException as {@link #call}
     */
    public String console(Actor actor, UUID computeId, int lines) {
        return call(() -> nova.getConsole(caller(actor), computeId, lines));
    }

    private static ComputeCaller caller(Actor actor) {
        return ComputeCaller.portal(actor.region(), actor.account());
    }

    /**
     * @throws RefusedException {@link Reason#COMPUTE_UNAVAILABLE}, {@link Reason#COMPUTE_REFUSED} or
     *     {@link Reason#COMPUTE_ACCOUNT_UNKNOWN}
     */
    private static <V> V call(Supplier<V> source) {
        try {
            return source.get();
        } catch (UnknownProjectException unknown) {
            throw new RefusedException(Reason.COMPUTE_ACCOUNT_UNKNOWN);
        } catch (ServiceException failed) {
            throw failed.isRefused()
                    ? new RefusedException(
                            Reason.COMPUTE_REFUSED, dev.handshake.web.Text.bidiIsolated(failed.getMessage()))
                    : new RefusedException(Reason.COMPUTE_UNAVAILABLE).retryAfter(Duration.ofSeconds(5));
        }
    }
}
