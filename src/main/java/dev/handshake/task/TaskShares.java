package dev.handshake.task;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who gets the places of a replica. An account has half of them at the most while others wait, and never takes the last
 * free one where it has another: who comes next finds a place, however long the others take.
 */
record TaskShares(int maxConcurrent) {

    /** @param claim a task of any account but these */
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
