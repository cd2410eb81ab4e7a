package dev.handshake.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what leaves the portal and comes back (HMAC-SHA-256), with a key of its own for each purpose. */
public class HmacSigner {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * @param purpose so that no signature is good for anything else
     * @param secret the same for all replicas
     */
    public HmacSigner(String purpose, String secret) {
        this.key = new SecretKeySpec((purpose + " " + secret).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** In lower-case hex. */
    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    /** @param signature as it came back, or null; compared in a time that does not depend on it */
    public boolean verify(String text, String signature) {
        byte[] right = sign(text).getBytes(StandardCharsets.US_ASCII);
        byte[] given = signature == null ? new byte[0] : signature.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, given);
    }
}
