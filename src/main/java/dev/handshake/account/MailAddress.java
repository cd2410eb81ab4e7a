package dev.handshake.account;

import java.util.regex.Pattern;

/**
 * The mail address in a user's claims.
 *
 * @param isVerified false only if the claims say that the address is not verified
 */
public record MailAddress(String address, boolean isVerified) {

    /** Addresses that need no quoting, within the size of the database column. */
    private static final Pattern PATTERN =
            Pattern.compile("[A-Za-z0-9._%+'/=&~^-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,180}");

    /** @return null if {@code text} is not an address */
    static MailAddress parse(String text, String verified) {
        return text != null && PATTERN.matcher(text).matches()
                ? new MailAddress(text, !"false".equalsIgnoreCase(verified))
                : null;
    }
}
