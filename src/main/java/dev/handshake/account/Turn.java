package dev.handshake.account;

/**
 * The place of a request among those of its account that run. It is held until the request is answered and its thread
 * is done too: who hangs up at once would otherwise have any number of statements under way.
 */
final class Turn {

    static final String KEY = Turn.class.getName();

    private final Runnable leave;
    private int holders = 1;

    Turn(Runnable leave) {
        this.leave = leave;
    }

    /** @return false where it is over already */
    synchronized boolean hold() {
        if (holders == 0) {
            return false;
        }
        holders++;
        return true;
    }

    void release() {
        if (isLast()) {
            leave.run();
        }
    }

    private synchronized boolean isLast() {
        return --holders == 0;
    }
}
