package dev.handshake.provisioning;

import java.util.UUID;

/**
 * What came of an attempt.
 *
 * @param computeId the compute service's id of the server, if it is known now
 * @param imageId of the snapshot, if there is one
 * @param sentence why it failed
 * @param mayBeDone for another attempt: whether this one may have been successful
 */
record ActionOutcome(Kind kind, UUID computeId, UUID imageId, String sentence, boolean mayBeDone) {

    enum Kind {
        DONE,
        /** The server is gone at the compute service. */
        GONE,
        FAILED,
        RETRY,
        /** At once, by other means. */
        RETRY_NOW
    }

    static ActionOutcome done() {
        return new ActionOutcome(Kind.DONE, null, null, null, false);
    }

    static ActionOutcome created(UUID computeId) {
        return new ActionOutcome(Kind.DONE, computeId, null, null, false);
    }

    static ActionOutcome snapshot(UUID imageId) {
        return new ActionOutcome(Kind.DONE, null, imageId, null, false);
    }

    static ActionOutcome gone() {
        return new ActionOutcome(Kind.GONE, null, null, null, false);
    }

    static ActionOutcome failed(String sentence) {
        return new ActionOutcome(Kind.FAILED, null, null, sentence, false);
    }

    static ActionOutcome retry(boolean mayBeDone) {
        return new ActionOutcome(Kind.RETRY, null, null, null, mayBeDone);
    }

    static ActionOutcome retryNow() {
        return new ActionOutcome(Kind.RETRY_NOW, null, null, null, false);
    }
}
