package dev.handshake.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs values that leave the portal and come back (HMAC-SHA-256), with a separate key for each purpose. */
public class HmacSigner {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * @param purpose keeps signatures of one kind from being valid for another
     * @param secret must be the same on all replicas
     */
    public HmacSigner(String purpose, String secret) {
        this.key = new SecretKeySpec((purpose + " " + secret).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The signature in lower-case hex. */
    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    /** @param signature as received, or null; compared in constant time */
    public boolean verify(String text, String signature) {
        byte[] right = sign(text).getBytes(StandardCharsets.US_ASCII);
        byte[] given = signature == null ? new byte[0] : signature.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, given);
    }
}
