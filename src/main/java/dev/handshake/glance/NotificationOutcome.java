package dev.handshake.glance;

import java.util.Locale;

/** What became of a notification. */
public enum NotificationOutcome {
    /** The image or its members were copied, or the copy was deleted. */
    COPIED,
    /** Everything was known already, as after the portal's own changes. */
    UNCHANGED,
    /** Left to the next sweep: what Glance says is not clear. */
    SKIPPED,
    /** Left to the next sweep after several attempts. */
    FAILED,
    /** It is about something else, such as a download. */
    IGNORED,
    /** It cannot be read. */
    INVALID;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
