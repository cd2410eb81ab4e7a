package dev.handshake.server;

import dev.handshake.error.RefusedException;

/**
 * What is wrong with a form.
 *
 * @param field the one that it stands beside, or null
 */
public record Problem(String field, String sentence) {

    static final Problem NONE = new Problem(null, null);

    private static final String IMAGE = "image";

    /** {@link #NONE} where it is not about a field. */
    static Problem of(RefusedException no) {
        return switch (no.reason()) {
            case NAME_REQUIRED, HIDDEN_CHARACTERS -> new Problem("name", no.message());
            case NO_SUCH_FLAVOR, DISK_TOO_SMALL, MEMORY_TOO_SMALL -> new Problem("flavor", no.message());
            case NOT_FOUND, ONLY_OWNER_OR_MEMBER_STARTS, NO_DATA, DEACTIVATED, SUSPENDED ->
                new Problem(IMAGE, no.message());
            case ACCOUNT_QUOTA_EXCEEDED -> new Problem("quota", no.message());
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
