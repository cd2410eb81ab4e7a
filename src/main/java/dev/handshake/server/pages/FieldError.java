package dev.handshake.server.pages;

import dev.handshake.error.RefusedException;

/**
 * A form error.
 *
 * @param field the field it is shown beside, or null
 */
public record FieldError(String field, String message) {

    static final FieldError NONE = new FieldError(null, null);

    private static final String IMAGE = "image";
    private static final String NAME = "name";
    private static final String QUOTA = "quota";

    /** {@link #NONE} if the refusal is not about a field. */
    static FieldError from(RefusedException no) {
        return switch (no.reason()) {
            case NAME_REQUIRED, HIDDEN_CHARACTERS -> new FieldError(NAME, no.message());
            case NO_SUCH_NETWORK -> new FieldError("network", no.message());
            case SSH_KEY_MALFORMED, SSH_KEYS_TOO_LONG -> new FieldError("keys", no.message());
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

    /** Whether it belongs to the snapshot form, which has only a name. */
    boolean isAboutSnapshot() {
        return NAME.equals(field) || QUOTA.equals(field);
    }

    /** The message to show beside the field, or null. */
    public String messageFor(String asked) {
        return asked.equals(field) ? message : null;
    }
}
