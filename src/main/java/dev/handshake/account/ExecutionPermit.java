package dev.handshake.account;

/**
 * The place of a request among those of its account that run. It is held until the request is answered and its thread
 * is done too: who hangs up at once would otherwise have any number of statements under way.
 */
final class ExecutionPermit {

    static final String KEY = ExecutionPermit.class.getName();

    private final Runnable onRelease;
    private int holders = 1;

    ExecutionPermit(Runnable onRelease) {
        this.onRelease = onRelease;
    }

    /** @return false where it is over already */
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
