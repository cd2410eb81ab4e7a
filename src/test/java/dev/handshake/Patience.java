package dev.handshake;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Waits for what comes by itself: as long as a machine may take that has much else to do, and no longer than needed.
 */
public class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** @throws org.awaitility.core.ConditionTimeoutException where it never is so */
    public static void until(Callable<Boolean> isSo) {
        waiting().until(isSo);
    }

    /**
     * @return the first that is as expected.
     * @throws org.awaitility.core.ConditionTimeoutException with the last, where none is
     */
    public static <T> T until(Callable<T> look, Predicate<T> expected) {
        return waiting().until(look, expected);
    }

    private static ConditionFactory waiting() {
        return Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .atMost(LONGEST);
    }
}
