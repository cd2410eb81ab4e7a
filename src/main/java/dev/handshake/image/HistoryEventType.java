package dev.handshake.image;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The types of history entries. */
public enum HistoryEventType {
    CREATED("added"),
    OFFERED("offered"),
    ACCEPTED("accepted"),
    REJECTED("rejected"),
    RECONSIDERED("moved back to pending"),
    REMINDED("reminded"),
    REMOVED("removed"),
    /** An offer made at another Image service against the rules. */
    UNDONE("offer undone"),
    DEACTIVATED("deactivated"),
    REACTIVATED("reactivated"),
    SUSPENDED("suspended"),
    LIFTED("suspension lifted"),
    DELETED("deleted");

    /** Events about the image itself; all others are about one member of it. */
    private static final Set<HistoryEventType> ABOUT_IMAGE =
            EnumSet.of(CREATED, DEACTIVATED, REACTIVATED, SUSPENDED, LIFTED, DELETED);

    private final String label;

    HistoryEventType(String label) {
        this.label = label;
    }

    /** Whether it happened to the image, even where an entry of it is kept for a member to read. */
    public boolean isAboutImage() {
        return ABOUT_IMAGE.contains(this);
    }

    /** Whether only the provider does this. */
    public boolean isProviderAction() {
        return this == SUSPENDED || this == LIFTED || this == UNDONE;
    }

    /**
     * The type with this name in any case, or null for empty text.
     *
     * @throws RefusedException {@link Reason#MALFORMED}
     */
    static HistoryEventType parse(String name) {
        try {
            return name.isEmpty() ? null : valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new RefusedException(Reason.MALFORMED, "no such event");
        }
    }

    public String label() {
        return label;
    }
}
