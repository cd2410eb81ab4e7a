package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.outbound.CidrBlock;
import dev.handshake.outbound.OutboundClient;
import dev.handshake.outbound.OutboundConfig;
import dev.handshake.outbound.OutboundConnections;
import dev.handshake.outbound.OutboundUrl;
import dev.handshake.outbound.PublicAddressResolver;
import dev.handshake.outbound.TestOutboundConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Fetches as an import does, without a portal.
 *
 * @param maxDuration of a fetch expected to be refused
 */
record TestFetcher(MisbehavingServer server, Duration maxDuration) {

    Reason refusal(String path) {
        return refusal(OutboundUrl.parse(server.url(path)), maxDuration);
    }

    /** The reason reported by an import task. */
    Reason refusal(OutboundUrl url, Duration longest) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            try (OutboundConnections connections = new OutboundConnections("1", longest)) {
                RefusedException no = assertThrows(RefusedException.class, () -> read(url, connections, longest));
                return connections.isTimedOut() ? Reason.FETCH_TIMED_OUT : no.reason();
            }
        });
    }

    String fetch(String path) {
        try (OutboundConnections connections = new OutboundConnections("1", Duration.ofSeconds(5))) {
            return read(OutboundUrl.parse(server.url(path)), connections, Duration.ofSeconds(5));
        }
    }

    String read(OutboundUrl url, OutboundConnections connections, Duration longest) {
        try (InputStream data =
                new TimeLimitedInputStream(fetcher().open(url, connections).data(), connections, longest)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private RemoteFileFetcher fetcher() {
        OutboundConfig guard = new TestOutboundConfig(
                Optional.of(List.of(new CidrBlock("127.0.0.1/32"))), Optional.empty(), List.of(80, 443, server.port()));
        OutboundClient client = new OutboundClient(new PublicAddressResolver(guard, new DelayedDnsResolver()));
        return new RemoteFileFetcher(client, new TestImportConfig(Duration.ofSeconds(8), maxDuration));
    }

    private static class DelayedDnsResolver implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            try {
                Thread.sleep(host.startsWith("slow") ? 5_000 : 0);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
