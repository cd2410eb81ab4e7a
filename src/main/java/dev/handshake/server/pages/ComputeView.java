package dev.handshake.server.pages;

import dev.handshake.provisioning.ServerAction;
import dev.handshake.server.Server;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the page of a server shows of the compute service.
 *
 * @param failed what was asked last, if it failed; null otherwise
 * @param silentSince since when the compute service has not answered; null if it does
 */
public record ComputeView(Server server, ServerAction failed, Instant silentSince) {

    /** Words of the compute service that the state says already. */
    private static final Set<String> SAID =
            Set.of("BUILD", "ACTIVE", "SHUTOFF", "SHELVED", "SHELVED_OFFLOADED", "ERROR", "DELETED", "SOFT_DELETED");

    static ComputeView of(Server server, Optional<ServerAction> latest, Instant silentSince) {
        return new ComputeView(server, latest.filter(ServerAction::isFailed).orElse(null), silentSince);
    }

    /** What is being done, in words of the portal or else of the compute service; null if nothing. */
    public String doing() {
        if (server.isDeleted()) {
            return null;
        }
        return server.compute().pending() != null
                ? server.compute().pending().label()
                : server.compute().task();
    }

    /** The compute service's own word for what the state does not say; null otherwise. */
    public String otherStatus() {
        String status = server.compute().status();
        return status == null || server.isDeleted() || SAID.contains(status) ? null : status;
    }

    /** Why it failed; null unless it did. */
    public String fault() {
        return server.isDeleted() ? null : server.compute().fault();
    }

    /** Why the last request failed, where the fault does not say it. */
    public String failure() {
        return failed == null || failed.reason().equals(fault()) ? null : failed.reason();
    }
}
