package dev.handshake.account;

import dev.handshake.paging.CappedCounts;
import io.quarkus.arc.All;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pending items of the account in each of its regions, for the page header. */
@RequestScoped
@Named("pendingCounts")
public class PendingCounts {

    private record Slot(String kind, String region) {}

    private final CurrentUser current;
    private final List<PendingCount> kinds;
    private CappedCounts<Slot> counts;

    PendingCounts(CurrentUser current, @All List<PendingCount> kinds) {
        this.current = current;
        this.kinds = kinds;
    }

    /** {@code 3}, {@code 99+}, or empty. */
    public String count(String kind, String region) {
        if (counts == null) {
            counts = new CappedCounts<>(queries(current.user()));
        }
        return counts.display(new Slot(kind, region));
    }

    private Map<Slot, CappedCounts.CountQuery> queries(User user) {
        Map<Slot, CappedCounts.CountQuery> counted = new LinkedHashMap<>();
        kinds.stream()
                .filter(each -> each.isFor(user))
                .forEach(each -> user.regions()
                        .forEach(region ->
                                counted.put(new Slot(each.kind(), region), each.query(user.account(), region))));
        return counted;
    }
}
