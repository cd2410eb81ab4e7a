package dev.handshake.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The configured regions. */
class RegionsTest {

    @Test
    void regions_keep_the_operators_order_and_spelling() {
        Regions regions = new Regions(() -> List.of("DFW", "ord", "LON-2"));
        assertEquals(List.of("DFW", "LON-2"), regions.filterServed(Set.of("LON-2", "DFW", "ORD", "MARS")));
    }

    @Test
    void a_region_that_cannot_stand_in_an_address_stops_the_start() {
        RegionNameConverter names = new RegionNameConverter();
        for (String region : List.of("", "a/b", "..", "logout", "account", "a b", "ü", "v2", "v3.1", "versions")) {
            assertThrows(IllegalArgumentException.class, () -> names.convert(region), region);
        }
    }
}
