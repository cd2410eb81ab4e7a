package dev.handshake.imagesync;

/**
 * What came of an attempt to change a member.
 *
 * @param failure why it has to be tried again, or null
 */
record MemberOutcome(Kind kind, String failure) {

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

    static final MemberOutcome DONE = new MemberOutcome(Kind.DONE, null);
    static final MemberOutcome NOT_TRIED = new MemberOutcome(Kind.NOT_TRIED, null);
    static final MemberOutcome DROPPED = new MemberOutcome(Kind.DROPPED, null);

    static final MemberOutcome UNCONFIRMED = new MemberOutcome(Kind.UNCONFIRMED, "Removed; looked at once more");

    /** Whether the change was made, as far as Glance answered. */
    boolean isSent() {
        return kind == Kind.DONE || kind == Kind.UNCONFIRMED;
    }

    static MemberOutcome retry(String failure) {
        return new MemberOutcome(Kind.RETRY, failure);
    }
}
