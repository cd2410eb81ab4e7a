package dev.handshake.export;

import dev.handshake.task.Task;
import dev.handshake.web.HmacSigner;
import dev.handshake.web.WebConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Signs the download links of exports (HMAC-SHA-256). Each link is valid for one export, one account and a short time.
 */
@ApplicationScoped
class DownloadLinkSigner {

    private final HmacSigner signer;
    private final Duration ttl;
    private final Clock clock;

    DownloadLinkSigner(WebConfig web, ExportConfig export, Clock clock) {
        this.signer = new HmacSigner("export link", web.signingKey());
        this.ttl = export.linkTtl();
        this.clock = clock;
    }

    /** When a link created now expires, in epoch seconds; never later than the export itself. */
    long expiresAt(Instant end) {
        return Math.min(clock.instant().plus(ttl).getEpochSecond(), end.getEpochSecond());
    }

    /** The signature in lower-case hex. */
    String sign(Task task, long until) {
        return signer.sign(payload(task, until));
    }

    boolean isValid(Task task, long until, String signature) {
        return signer.verify(payload(task, until), signature) && clock.instant().getEpochSecond() < until;
    }

    private static String payload(Task task, long until) {
        return String.join("\n", task.region, task.id.toString(), task.account, String.valueOf(until));
    }
}
