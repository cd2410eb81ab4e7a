package dev.handshake.outbound;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Restricts requests to public internet addresses and configured ports, against server-side request forgery. It is the
 * connection's only resolver, so that the address checked is the one connected to.
 *
 * <p>Blocked are the ranges of the IANA special-purpose address registries that are not globally reachable, multicast,
 * reserved addresses, IPv6 ranges embedding IPv4 addresses, and one large cloud's metadata address in a public range.
 */
@Startup
@ApplicationScoped
public class PublicAddressResolver implements DnsResolver {

    private static final List<CidrBlock> NON_PUBLIC = networks(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "168.63.129.16/32",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20"));
    /** The only IPv6 range allocated for the internet. */
    private static final CidrBlock GLOBAL_UNICAST = new CidrBlock("2000::/3");

    private final DnsLookupExecutor dnsLookupExecutor = new DnsLookupExecutor();
    private final List<CidrBlock> denied;
    private final List<CidrBlock> allowed;
    private final List<Integer> ports;
    private final DnsResolver delegate;

    @Inject
    PublicAddressResolver(OutboundConfig settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    public PublicAddressResolver(OutboundConfig settings, DnsResolver delegate) {
        this.denied = settings.deniedNetworks().orElse(List.of());
        this.allowed = settings.allowedNetworks().orElse(List.of());
        this.ports = settings.allowedPorts();
        this.delegate = delegate;
    }

    /**
     * Checks the port, before any name is resolved.
     *
     * @throws RefusedException {@link Reason#URL_PORT_NOT_ALLOWED}
     */
    public OutboundUrl requireAllowedPort(OutboundUrl url) {
        if (!ports.contains(url.port())) {
            throw new RefusedException(Reason.URL_PORT_NOT_ALLOWED, url.port());
        }
        return url;
    }

    /**
     * @throws RefusedException {@link Reason#URL_HOST_NOT_ALLOWED}, the same for unknown names and for internal
     *     addresses
     */
    @Override
    public InetAddress[] resolve(String host) {
        try {
            InetAddress[] found = delegate.resolve(host);
            if (found != null && found.length > 0 && Arrays.stream(found).allMatch(this::isAllowed)) {
                return found;
            }
        } catch (UnknownHostException unknown) {
            // refused below
        }
        throw new RefusedException(Reason.URL_HOST_NOT_ALLOWED, host);
    }

    /** Same, but gives up after {@code longest}, or once {@code connections} are closed. */
    DnsResolver withTimeout(OutboundConnections connections, Duration longest) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return PublicAddressResolver.this.resolve(host, connections, longest);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    /** Runs the lookup in another thread, since it cannot be interrupted. */
    private InetAddress[] resolve(String host, OutboundConnections connections, Duration longest)
            throws UnknownHostException {
        CompletableFuture<InetAddress[]> found = dnsLookupExecutor
                .submit(connections.account(), () -> resolve(host))
                .orElseThrow(() -> new RefusedException(Reason.URL_DNS_UNAVAILABLE, host));
        try {
            connections.track(() -> found.cancel(false));
            return found.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RefusedException no) {
                throw no;
            }
            throw new RefusedException(Reason.URL_DNS_UNAVAILABLE, host);
        } catch (CancellationException canceled) {
            throw new UnknownHostException(host);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private boolean isAllowed(InetAddress address) {
        if (contains(denied, address)) {
            return false;
        }
        return contains(allowed, address) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        boolean isOld = address.getAddress().length == 4;
        return (isOld || GLOBAL_UNICAST.contains(address)) && !contains(NON_PUBLIC, address);
    }

    private static boolean contains(List<CidrBlock> networks, InetAddress address) {
        return networks.stream().anyMatch(cidrBlock -> cidrBlock.contains(address));
    }

    static List<CidrBlock> networks(List<String> texts) {
        return texts.stream().map(CidrBlock::new).toList();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
