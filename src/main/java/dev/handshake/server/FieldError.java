package dev.handshake.server;

import dev.handshake.error.RefusedException;

/**
 * What is wrong with a form.
 *
 * @param field the one that it stands beside, or null
 */
public record FieldError(String field, String message) {

    static final FieldError NONE = new FieldError(null, null);

    private static final String IMAGE = "image";
    private static final String NAME = "name";
    private static final String QUOTA = "quota";

    /** {@link #NONE} where it is not about a field. */
    static FieldError from(RefusedException no) {
        return switch (no.reason()) {
            case NAME_REQUIRED, HIDDEN_CHARACTERS -> new FieldError(NAME, no.message());
            case NO_SUCH_FLAVOR, DISK_TOO_SMALL, MEMORY_TOO_SMALL -> new FieldError("flavor", no.message());
            case NOT_FOUND, ONLY_OWNER_OR_MEMBER_STARTS, NO_DATA, DEACTIVATED, SUSPENDED ->
                new FieldError(IMAGE, no.message());
            case ACCOUNT_QUOTA_EXCEEDED -> new FieldError(QUOTA, no.message());
            default -> NONE;
        };
    }

    boolean isAboutImage() {
        return IMAGE.equals(field);
    }

    /** Whether it stands in the form of a snapshot, which is a name alone. */
    boolean isAboutSnapshot() {
        return NAME.equals(field) || QUOTA.equals(field);
    }

    /** The sentence beside {@code asked}, or null. */
    public String messageFor(String asked) {
        return asked.equals(field) ? message : null;
    }
}
