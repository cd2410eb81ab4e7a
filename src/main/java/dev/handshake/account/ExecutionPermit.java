package dev.handshake.account;

/**
 * A request's permit to run among those of its account. Held until the request has ended and its thread is done as
 * well; otherwise a client that disconnects at once could have any number of queries running.
 */
final class ExecutionPermit {

    static final String KEY = ExecutionPermit.class.getName();

    private final Runnable onRelease;
    private int holders = 1;

    ExecutionPermit(Runnable onRelease) {
        this.onRelease = onRelease;
    }

    /** @return false if the permit was already released */
    synchronized boolean retain() {
        if (holders == 0) {
            return false;
        }
        holders++;
        return true;
    }

    void release() {
        if (dropHolder()) {
            onRelease.run();
        }
    }

    private synchronized boolean dropHolder() {
        return --holders == 0;
    }
}
