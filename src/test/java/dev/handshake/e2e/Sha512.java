package dev.handshake.e2e;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-512 digest as shown on an image's page. */
class Sha512 {

    private final MessageDigest digest;

    Sha512() {
        try {
            digest = MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    static String hexOf(byte[] file) {
        return new Sha512().update(file, 0, file.length).toString();
    }

    Sha512 update(byte[] file, int from, int length) {
        digest.update(file, from, length);
        return this;
    }

    /** In lower-case hex; resets the digest. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
