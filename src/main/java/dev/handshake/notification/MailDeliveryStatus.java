package dev.handshake.notification;

import java.util.Set;

/** How far a notice is on its way to an address. What arrived at the mail server has no row any more. */
public enum MailDeliveryStatus {
    WAITING,
    /** A replica is at it, but the mail server has heard nothing yet. */
    TAKEN,
    /** Being handed over. */
    SENDING,
    /** Who handed it over died, and did not say whether the server took it. */
    OUTCOME_UNKNOWN,
    /** The server will never take it, or did not for days. */
    REFUSED;

    /** Those that somebody has to see to. */
    static final Set<MailDeliveryStatus> DUE = Set.of(WAITING, TAKEN);

    /** Those of which an account hears. */
    static final Set<MailDeliveryStatus> PROBLEMS = Set.of(OUTCOME_UNKNOWN, REFUSED);
}
