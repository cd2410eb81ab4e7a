package dev.handshake.account;

import dev.handshake.web.Tally;
import io.quarkus.arc.All;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much waits for the account in each of its regions: for the head of every page. */
@RequestScoped
@Named("waiting")
public class Waiting {

    private record Slot(String kind, String region) {}

    private final CurrentAccount current;
    private final List<Waits> kinds;
    private Tally<Slot> tally;

    Waiting(CurrentAccount current, @All List<Waits> kinds) {
        this.current = current;
        this.kinds = kinds;
    }

    /** {@code 3}, {@code 99+}, or an empty text. */
    public String of(String kind, String region) {
        if (tally == null) {
            tally = new Tally<>(counted(current.user()));
        }
        return tally.of(new Slot(kind, region));
    }

    private Map<Slot, Tally.Rows> counted(User user) {
        Map<Slot, Tally.Rows> counted = new LinkedHashMap<>();
        for (Waits each : kinds) {
            user.regions()
                    .forEach(region -> counted.put(new Slot(each.kind(), region), each.of(user.account(), region)));
        }
        return counted;
    }
}
