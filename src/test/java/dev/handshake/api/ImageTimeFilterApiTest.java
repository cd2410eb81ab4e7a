package dev.handshake.api;

import static dev.handshake.api.ImageFilterApiTest.names;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The API's image list, filtered by creation and update time. */
@PortalTest
@AlsoOnH2
class ImageTimeFilterApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Test
    void times_are_compared_as_they_are_shown() {
        String zone = Cast.newAccountNumber();
        UUID image = ApiClient.idOf(owner.post("/v2/images", "{\"name\":\"timed\",\"zone\":\"" + zone + "\"}"));
        String shown =
                owner.get("/v2/images/" + image).json().path("created_at").asText();
        String later = Instant.parse(shown).plusSeconds(1).toString();
        for (String yes : List.of("", "eq:", "gte:", "lte:")) {
            assertFinds("created_at=" + yes + shown + "&zone=" + zone, "timed");
        }
        for (String no : List.of("neq:", "gt:", "lt:")) {
            assertFinds("created_at=" + no + shown + "&zone=" + zone);
        }
        assertFinds("updated_at=lt:" + later + "&zone=" + zone, "timed");
        assertFinds("updated_at=gte:" + later.replace("Z", "") + "&zone=" + zone);
    }

    @Test
    void times_are_read_as_leniently_as_the_peers_read_them() {
        String zone = "&zone=" + Cast.newAccountNumber();
        UUID image =
                ApiClient.idOf(owner.post("/v2/images", "{\"name\":\"timed\",\"zone\":\"" + zone.substring(6) + "\"}"));
        String shown =
                owner.get("/v2/images/" + image).json().path("created_at").asText();
        OffsetDateTime there = OffsetDateTime.parse(shown).withOffsetSameInstant(ZoneOffset.ofHours(2));
        String day = shown.substring(0, 10);
        String next = LocalDate.parse(day).plusDays(1).toString();
        assertFinds("created_at=" + there.toString().replace("+", "%2B") + zone, "timed");
        assertFinds("created_at=eq:" + there.toString().replace("+", "%2B") + zone, "timed");
        assertFinds("created_at=gt:" + there.plusSeconds(1).toString().replace("+", "%2B") + zone);
        assertFinds("created_at=gte:" + day + zone, "timed");
        assertFinds("created_at=lt:" + next + zone, "timed");
        assertFinds("created_at=gte:" + next + zone);
        assertFinds("created_at=" + shown.replace("Z", ".5Z") + zone);
        assertFinds("created_at=neq:" + shown.replace("Z", ".5Z") + zone, "timed");
        assertFinds("created_at=lt:" + shown.replace("Z", ".5Z") + zone, "timed");
        assertFinds("created_at=gte:" + shown.replace("Z", ".5Z") + zone);
    }

    private void assertFinds(String query, String... names) {
        assertEquals(new TreeSet<>(List.of(names)), names(owner, query), query);
    }
}
