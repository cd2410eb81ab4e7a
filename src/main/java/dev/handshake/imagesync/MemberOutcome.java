package dev.handshake.imagesync;

import dev.handshake.sharing.ObservedMembers.ObservedMember;
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
        RETRY,
        /**
         * Glance no longer has the member that was removed. A decision that it was about to write may bring it back, so
         * a later look counts.
         */
        UNCONFIRMED
    }

    static final MemberOutcome NOT_TRIED = new MemberOutcome(Kind.NOT_TRIED, null, null);
    static final MemberOutcome DROPPED = new MemberOutcome(Kind.DROPPED, null, null);

    static final MemberOutcome UNCONFIRMED = new MemberOutcome(Kind.UNCONFIRMED, null, "Removed; looked at once more");

    static MemberOutcome done(Instant createdAt) {
        return new MemberOutcome(Kind.DONE, createdAt, null);
    }

    /** Whether the change was made, as far as Glance answered. */
    boolean isSent() {
        return kind == Kind.DONE || kind == Kind.UNCONFIRMED;
    }

    /** @param theirs how Glance has it then, as it shall be; null if it has no such member */
    MemberOutcome confirmed(ObservedMember theirs) {
        return theirs == null ? this : done(theirs.createdAt());
    }

    static MemberOutcome retry(String failure) {
        return new MemberOutcome(Kind.RETRY, null, failure);
    }
}
