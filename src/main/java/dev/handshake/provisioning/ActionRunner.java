package dev.handshake.provisioning;

import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.nova.ComputeCaller;
import dev.handshake.nova.Nova;
import dev.handshake.nova.NovaServer;
import dev.handshake.openstack.ServiceException;
import dev.handshake.server.PendingAction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes one attempt of an action: asks what became of earlier ones, then asks the compute service for it. */
@ApplicationScoped
class ActionRunner {

    private static final String UNKNOWN_ACCOUNT =
            "The cloud's identity service gives the portal no access to your account. Contact support.";

    private static final Set<String> REBOOTING = Set.of("REBOOT", "HARD_REBOOT");

    private final Nova nova;
    private final UserTokens userTokens;

    ActionRunner(Nova nova, UserTokens userTokens) {
        this.nova = nova;
        this.userTokens = userTokens;
    }

    ActionOutcome run(ActionAttempt attempt) {
        String token = userTokens.take(attempt.target().id());
        ComputeCaller caller =
                new ComputeCaller(attempt.target().region(), attempt.target().account(), token);
        try {
            return perform(caller, attempt);
        } catch (UnknownProjectException unknown) {
            return attempt.wasSent() ? ActionOutcome.retry(true) : ActionOutcome.failed(UNKNOWN_ACCOUNT);
        } catch (ServiceException failed) {
            if (token != null && failed.status() == 401) {
                return ActionOutcome.retryNow();
            }
            return switch (failed.kind()) {
                case REFUSED -> ActionOutcome.failed(RefusalSentences.describe(failed.getMessage()));
                case UNCLEAR -> ActionOutcome.retry(true);
                case AWAY -> ActionOutcome.retry(attempt.wasSent());
            };
        }
    }

    private ActionOutcome perform(ComputeCaller caller, ActionAttempt attempt) {
        if (attempt.type() == PendingAction.CREATE) {
            return create(caller, attempt);
        }
        UUID id = attempt.computeId() == null ? findByTag(caller, attempt.server()) : attempt.computeId();
        if (id == null) {
            return ActionOutcome.gone();
        }
        return switch (attempt.type()) {
            case STOP -> change(caller, id, "SHUTOFF", "powering-off", () -> nova.stop(caller, id));
            case START -> change(caller, id, "ACTIVE", "powering-on", () -> nova.start(caller, id));
            case REBOOT -> reboot(caller, attempt, id);
            case SNAPSHOT -> snapshot(caller, attempt, id);
            case DELETE -> delete(caller, id);
            case CREATE -> throw new IllegalStateException("handled above");
        };
    }

    private ActionOutcome create(ComputeCaller caller, ActionAttempt attempt) {
        UUID known = attempt.wasSent() ? findByTag(caller, attempt.server()) : null;
        return ActionOutcome.created(known == null ? nova.createServer(caller, attempt.creation()) : known);
    }

    /** Null if there is none. */
    private UUID findByTag(ComputeCaller caller, UUID server) {
        List<NovaServer> found = nova.listByTag(caller, ActionAttempt.tag(server));
        return found.isEmpty() ? null : found.get(0).id();
    }

    /** In the wanted state, or on the way there, a server refuses; then there is nothing to do. */
    private ActionOutcome change(ComputeCaller caller, UUID id, String status, String task, Runnable call) {
        try {
            call.run();
            return ActionOutcome.done();
        } catch (ServiceException refused) {
            if (refused.isNotFound()) {
                return ActionOutcome.gone();
            }
            if (!refused.isConflict()) {
                throw refused;
            }
            NovaServer server = nova.getServer(caller, id);
            if (server.status().equals(status) || server.taskState().equals(task)) {
                return ActionOutcome.done();
            }
            throw refused;
        }
    }

    /** Nothing tells later whether it was done, so it is not repeated if it may have been. */
    private ActionOutcome reboot(ComputeCaller caller, ActionAttempt attempt, UUID id) {
        if (attempt.wasSent()) {
            NovaServer server = nova.getServer(caller, id);
            return REBOOTING.contains(server.status()) || !server.taskState().isEmpty()
                    ? ActionOutcome.done()
                    : ActionOutcome.failed("The compute service did not say whether it rebooted the server. Look at the"
                            + " console before you ask again.");
        }
        try {
            nova.reboot(caller, id);
            return ActionOutcome.done();
        } catch (ServiceException refused) {
            if (refused.isNotFound()) {
                return ActionOutcome.gone();
            }
            throw refused;
        }
    }

    /** The image arrives while the compute service works on it: so its arrival tells that it was asked for. */
    private ActionOutcome snapshot(ComputeCaller caller, ActionAttempt attempt, UUID id) {
        if (attempt.imageId() != null) {
            return ActionOutcome.snapshot(attempt.imageId());
        }
        String request = attempt.target().id().toString();
        return ActionOutcome.snapshot(
                nova.createImage(caller, id, attempt.name(), Map.of(SnapshotArrivals.PROPERTY, request)));
    }

    private ActionOutcome delete(ComputeCaller caller, UUID id) {
        try {
            nova.deleteServer(caller, id);
        } catch (ServiceException refused) {
            if (!refused.isNotFound()) {
                throw refused;
            }
        }
        return ActionOutcome.gone();
    }
}
