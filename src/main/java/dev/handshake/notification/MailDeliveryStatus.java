package dev.handshake.notification;

import java.util.Set;

/** The status of a mail delivery. A completed delivery has no row. */
public enum MailDeliveryStatus {
    WAITING,
    /** Claimed by a replica, but not yet passed to the mail server. */
    TAKEN,
    /** Being passed to the mail server. */
    SENDING,
    /** The replica died while sending, so nobody knows whether the mail server accepted the mail. */
    OUTCOME_UNKNOWN,
    /** Refused permanently by the mail server, or not accepted for several days. */
    REFUSED;

    /** Statuses that a replica has to process. */
    static final Set<MailDeliveryStatus> DUE = Set.of(WAITING, TAKEN);

    /** Statuses shown to the account as problems. */
    static final Set<MailDeliveryStatus> PROBLEMS = Set.of(OUTCOME_UNKNOWN, REFUSED);
}
