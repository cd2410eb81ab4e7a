package dev.handshake.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Polls for asynchronous results, with a timeout long enough for a busy machine. */
public class Eventually {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    /** @throws org.awaitility.core.ConditionTimeoutException if it never becomes true */
    public static void isTrue(Callable<Boolean> isSo) {
        await().until(isSo);
    }

    /**
     * @return the first value as expected
     * @throws org.awaitility.core.ConditionTimeoutException with the last value, if none is
     */
    public static <T> T get(Callable<T> look, Predicate<T> expected) {
        return await().until(look, expected);
    }

    private static ConditionFactory await() {
        return Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL_INTERVAL)
                .atMost(TIMEOUT);
    }
}
