package dev.handshake.task;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Shares a replica's workers between accounts. An account gets at most half of them while others wait, and never the
 * last free one if it has another, so that a newcomer finds a worker however long the others take.
 */
record TaskShares(int maxConcurrent) {

    /** @param claim claims a task of any account except the given ones */
    Optional<Task> claimNext(Collection<TaskRun> running, Function<Set<String>, Optional<Task>> claim) {
        boolean isLast = running.size() == maxConcurrent - 1;
        Set<String> full = accountsUsing(isLast ? 1 : Math.max(1, maxConcurrent / 2), running);
        Optional<Task> next = claim.apply(full);
        return next.isPresent() || isLast || full.isEmpty() ? next : claim.apply(Set.of());
    }

    private static Set<String> accountsUsing(int places, Collection<TaskRun> running) {
        return running.stream()
                .collect(Collectors.groupingBy(run -> run.task().account, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() >= places)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
