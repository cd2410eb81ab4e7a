package dev.handshake.export;

import dev.handshake.task.Task;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs the links of exports (HMAC-SHA-256), each for one export, one account and a short time. */
@ApplicationScoped
class Link {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;
    private final Duration good;
    private final Clock clock;

    Link(
            @ConfigProperty(name = "handshake.links.secret") String secret,
            @ConfigProperty(name = "handshake.exports.link") Duration good,
            Clock clock) {
        this.secret = new SecretKeySpec(("export link " + secret).getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.good = good;
        this.clock = clock;
    }

    /** Until when a link made now is good, in seconds of the epoch, and never longer than the export itself. */
    long until(Instant end) {
        return Math.min(clock.instant().plus(good).getEpochSecond(), end.getEpochSecond());
    }

    /** In lower-case hex. */
    String signature(Task task, long until) {
        return HexFormat.of().formatHex(sign(task, until));
    }

    boolean isGood(Task task, long until, String signature) {
        byte[] right = signature(task, until).getBytes(StandardCharsets.US_ASCII);
        byte[] given = signature == null ? new byte[0] : signature.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, given) && clock.instant().getEpochSecond() < until;
    }

    private byte[] sign(Task task, long until) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            String signed = String.join("\n", task.region, task.id.toString(), task.account, String.valueOf(until));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }
}
