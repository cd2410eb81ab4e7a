package dev.handshake.imagesync;

import java.time.Instant;

/**
 * What came of an attempt to change a member.
 *
 * @param createdAt by Glance's clock, if the member is there now; otherwise null
 * @param failure why it has to be tried again, or null
 */
record MemberOutcome(Kind kind, Instant createdAt, String failure) {

    enum Kind {
        DONE,
        /** Glance has another say: the next sweep copies that. */
        DROPPED,
        NOT_TRIED,
        RETRY
    }

    static final MemberOutcome NOT_TRIED = new MemberOutcome(Kind.NOT_TRIED, null, null);
    static final MemberOutcome DROPPED = new MemberOutcome(Kind.DROPPED, null, null);

    /**
     * Glance answered that the member is removed. A decision that it was about to write may bring it back, so a later
     * look counts.
     */
    static final MemberOutcome UNCONFIRMED = retry("Removed; not seen yet");

    static MemberOutcome done(Instant createdAt) {
        return new MemberOutcome(Kind.DONE, createdAt, null);
    }

    static MemberOutcome retry(String failure) {
        return new MemberOutcome(Kind.RETRY, null, failure);
    }
}
