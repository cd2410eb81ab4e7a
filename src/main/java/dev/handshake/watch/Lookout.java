package dev.handshake.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Asks one neighbour, and remembers how that went, so that nobody who wants to know waits for it. One bad answer counts
 * for none: a full pool, or a connection that was cut, is over with the next question.
 */
class Lookout implements Runnable {

    private static final Logger LOG = Logger.getLogger(Lookout.class);
    private static final int BAD_ANSWERS = 2;

    final Neighbour neighbour;
    private final Clock clock;
    private final Duration longest;
    private volatile Instant heard;
    private volatile String trouble = "It was not asked yet";
    private int bad;

    /** @param longest how old an answer may be; one that is still awaited after that will not come */
    Lookout(Neighbour neighbour, Clock clock, Duration longest) {
        this.neighbour = neighbour;
        this.clock = clock;
        this.longest = longest;
        this.heard = clock.instant();
    }

    boolean isThere() {
        return trouble == null && !isSilent();
    }

    /** Why it is not there, for whoever runs the portal; or null. */
    String trouble() {
        return trouble == null && isSilent() ? "It does not answer since " + heard : trouble;
    }

    private boolean isSilent() {
        return clock.instant().isAfter(heard.plus(longest));
    }

    @Override
    public void run() {
        try {
            neighbour.ask();
            good();
        } catch (Exception failure) {
            bad(failure);
        }
        heard = clock.instant();
    }

    private void good() {
        if (bad >= BAD_ANSWERS) {
            LOG.infof("Back: the %s", neighbour.name());
        }
        bad = 0;
        trouble = null;
    }

    private void bad(Exception failure) {
        bad++;
        if (bad == BAD_ANSWERS) {
            LOG.warnf("Away: the %s. %s", neighbour.name(), failure);
        }
        if (bad >= BAD_ANSWERS || trouble != null) {
            trouble = failure.toString();
        }
    }
}
