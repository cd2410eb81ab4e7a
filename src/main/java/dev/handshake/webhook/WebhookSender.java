package dev.handshake.webhook;

import dev.handshake.error.RefusedException;
import dev.handshake.outbound.OutboundClient;
import dev.handshake.outbound.OutboundConnections;
import dev.handshake.outbound.OutboundUrl;
import dev.handshake.web.Formats;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jboss.logging.Logger;

/**
 * Sends one delivery. Of the response only the status is read: what a server answers is shown to nobody, and a redirect
 * is not followed.
 */
@ApplicationScoped
class WebhookSender {

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);

    private final OutboundClient client;
    private final Clock clock;
    private final Duration timeout;

    WebhookSender(OutboundClient client, Clock clock, WebhookConfig config) {
        this.client = client;
        this.clock = clock;
        this.timeout = config.timeout();
    }

    WebhookOutcome send(WebhookAttempt attempt) {
        long start = System.nanoTime();
        try (OutboundConnections connections =
                new OutboundConnections(attempt.target().account(), timeout)) {
            Integer code = null;
            String reason = null;
            try {
                code = client.open(
                                "POST",
                                OutboundUrl.parse(attempt.url()),
                                post -> sign(post, attempt),
                                connections,
                                timeout)
                        .getCode();
            } catch (RuntimeException | IOException failed) { // whatever it is, the delivery has an outcome
                reason = connections.isTimedOut() ? timedOut() : describe(attempt, failed);
            }
            WebhookOutcome outcome = new WebhookOutcome(
                    code, reason, Duration.ofNanos(System.nanoTime() - start).toMillis());
            log(attempt, outcome);
            return outcome;
        }
    }

    private void sign(BasicClassicHttpRequest post, WebhookAttempt attempt) {
        String id = attempt.delivery().toString();
        long timestamp = clock.instant().getEpochSecond();
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", String.valueOf(timestamp));
        post.setHeader(
                "webhook-signature",
                attempt.secrets().stream()
                        .map(secret -> WebhookSecret.sign(secret, id, timestamp, attempt.body()))
                        .collect(Collectors.joining(" ")));
        post.setEntity(
                new ByteArrayEntity(attempt.body().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
    }

    private String timedOut() {
        return "No response within " + Formats.counted(Math.max(1, timeout.toSeconds()), "second") + ".";
    }

    /** Without the message of what is unexpected, which may quote the URL. */
    private static String describe(WebhookAttempt attempt, Exception failed) {
        if (failed instanceof RefusedException no) {
            return no.message();
        }
        LOG.errorf(
                "Webhook delivery %s could not be sent: %s",
                attempt.delivery(), failed.getClass().getName());
        return "The request could not be sent.";
    }

    /** Names the host only: the rest of the URL may be secret. */
    private static void log(WebhookAttempt attempt, WebhookOutcome outcome) {
        if (!outcome.isDelivered()) {
            LOG.warnf(
                    "Webhook delivery %s to %s failed: %s",
                    attempt.delivery(),
                    attempt.host(),
                    outcome.responseCode() == null ? outcome.reason() : "answered " + outcome.responseCode());
        }
    }
}
