package dev.handshake.server;

import dev.handshake.refusal.Refused;

/**
 * What is wrong with a form.
 *
 * @param field the one that it stands beside, or null
 */
public record Problem(String field, String sentence) {

    static final Problem NONE = new Problem(null, null);

    private static final String IMAGE = "image";

    /** {@link #NONE} where it is not about a field. */
    static Problem of(Refused no) {
        return switch (no.reason()) {
            case NO_NAME, HIDDEN_CHARACTERS -> new Problem("name", no.sentence());
            case NO_SUCH_FLAVOR, DISK_TOO_SMALL, MEMORY_TOO_SMALL -> new Problem("flavor", no.sentence());
            case NOT_FOUND, MEMBER_STARTS, NO_DATA, DEACTIVATED, SUSPENDED -> new Problem(IMAGE, no.sentence());
            case ACCOUNT_QUOTA -> new Problem("quota", no.sentence());
            default -> NONE;
        };
    }

    boolean isOfImage() {
        return IMAGE.equals(field);
    }

    /** The sentence beside {@code asked}, or null. */
    public String at(String asked) {
        return asked.equals(field) ? sentence : null;
    }
}
