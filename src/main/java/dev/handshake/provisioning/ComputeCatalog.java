package dev.handshake.provisioning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.nova.ComputeCaller;
import dev.handshake.nova.Nova;
import dev.handshake.nova.NovaException;
import dev.handshake.nova.NovaFlavor;
import dev.handshake.nova.NovaNetwork;
import dev.handshake.server.Flavor;
import dev.handshake.server.Flavors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What the compute service offers an account. Remembered for a short time. Never called within a transaction. */
@ApplicationScoped
public class ComputeCatalog {

    private record Key(String region, String account) {}

    private final Nova nova;
    private final Flavors flavors;
    private final Cache<Key, List<NovaFlavor>> offered = cache();
    private final Cache<Key, List<NovaNetwork>> networks = cache();

    ComputeCatalog(Nova nova, Flavors flavors) {
        this.nova = nova;
        this.flavors = flavors;
    }

    private static <V> Cache<Key, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(1_000)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build();
    }

    /** @throws RefusedException {@link Reason#COMPUTE_UNAVAILABLE} and others, as {@link #call} */
    public LaunchChoices choices(Actor actor) {
        ComputeCaller caller = caller(actor);
        return new LaunchChoices(
                listFlavors(actor).stream().map(this::toFlavor).toList(),
                call(() -> nova.getLimits(caller)),
                listNetworks(actor));
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

    private static <V> V remember(Cache<Key, V> cache, Actor actor, Supplier<V> source) {
        Key key = new Key(actor.region(), actor.account());
        V known = cache.getIfPresent(key);
        if (known == null) {
            known = call(source);
            cache.put(key, known);
        }
        return known;
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
        } catch (NovaException failed) {
            throw failed.isRefused()
                    ? new RefusedException(
                            Reason.COMPUTE_REFUSED, dev.handshake.web.Text.bidiIsolated(failed.getMessage()))
                    : new RefusedException(Reason.COMPUTE_UNAVAILABLE).retryAfter(Duration.ofSeconds(5));
        }
    }
}
