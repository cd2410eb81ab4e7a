package dev.handshake.account;

import java.util.regex.Pattern;

/**
 * The mail address of a person, as its sign-in says it.
 *
 * @param isVerified false where the sign-in says that nobody has made sure of it
 */
public record MailAddress(String address, boolean isVerified) {

    /** What column and mail server take; whatever would need quotes is left to other portals. */
    private static final Pattern PATTERN =
            Pattern.compile("[A-Za-z0-9._%+'/=&~^-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,180}");

    /** @return null where {@code text} is none */
    static MailAddress parse(String text, String verified) {
        return text != null && PATTERN.matcher(text).matches()
                ? new MailAddress(text, !"false".equalsIgnoreCase(verified))
                : null;
    }
}
