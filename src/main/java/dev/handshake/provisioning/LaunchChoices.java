package dev.handshake.provisioning;

import dev.handshake.nova.NovaLimits;
import dev.handshake.nova.NovaNetwork;
import dev.handshake.server.Flavor;
import dev.handshake.web.Formats;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an account can choose from for a new server, and what it may have.
 *
 * @param limits null while the compute service does not answer
 */
public record LaunchChoices(List<Flavor> flavors, NovaLimits limits, List<NovaNetwork> networks) {

    private static final long MIB = 1L << 20;

    /** What the account has of what it may have, such as {@code 3 of 10 servers}; without what is not limited. */
    public List<String> usage() {
        return limits == null
                ? List.of()
                : Stream.of(
                                describe(limits.serversUsed(), limits.servers(), "servers"),
                                describe(limits.coresUsed(), limits.cores(), "vCPUs"),
                                describeMemory())
                        .flatMap(Optional::stream)
                        .toList();
    }

    private Optional<String> describeMemory() {
        return limits.ram() < 0
                ? Optional.empty()
                : Optional.of(
                        Formats.bytes(limits.ramUsed() * MIB) + " of " + Formats.bytes(limits.ram() * MIB) + " memory");
    }

    private static Optional<String> describe(int used, int most, String what) {
        return most < 0 ? Optional.empty() : Optional.of(used + " of " + most + " " + what);
    }
}
