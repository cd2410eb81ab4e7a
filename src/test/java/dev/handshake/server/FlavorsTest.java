package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.config.InvalidSettingException;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The configured flavors. */
class FlavorsTest {

    private record FixedFlavorSpec(int vcpus, int memory, int disk, BigDecimal hourlyPrice)
            implements FlavorConfig.FlavorSpec {}

    private record FixedFlavors(List<String> flavors, Map<String, FlavorSpec> flavor) implements FlavorConfig {}

    @Test
    void sizes_come_in_the_operators_order_and_only_those_it_lists() {
        Flavors flavors = flavors("two", "one");
        assertEquals(
                List.of("two", "one"), flavors.all().stream().map(Flavor::name).toList());
        assertEquals(512, flavors.get("one").ram());
        assertEquals(
                Reason.NO_SUCH_FLAVOR,
                assertThrows(RefusedException.class, () -> flavors.get("unlisted"))
                        .reason());
    }

    @Test
    void a_listed_size_without_facts_stops_the_start() {
        var stop = assertThrows(InvalidSettingException.class, () -> flavors("three"));
        assertTrue(stop.getMessage().contains("handshake.flavor.three"));
    }

    @Test
    void a_size_holds_what_needs_no_more() {
        Flavor two = flavors("two").get("two");
        assertTrue(two.isSufficientFor(new ResourceRequirements(10, 1_024))
                && two.isSufficientFor(new ResourceRequirements(0, 0)));
        assertFalse(two.isSufficientFor(new ResourceRequirements(11, 1))
                || two.isSufficientFor(new ResourceRequirements(1, 1_025)));
    }

    private static Flavors flavors(String... names) {
        return new Flavors(new FixedFlavors(
                List.of(names),
                Map.of(
                        "one", new FixedFlavorSpec(1, 512, 5, BigDecimal.ONE),
                        "two", new FixedFlavorSpec(2, 1_024, 10, BigDecimal.TEN),
                        "unlisted", new FixedFlavorSpec(4, 2_048, 20, BigDecimal.TEN))));
    }
}
