package dev.handshake.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Properties that name people are shown to the image's own account only. */
@PortalTest
@AlsoOnH2
class PersonalPropertiesTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    private UUID snapshot() {
        Nova nova = new Nova(cast.producer.account);
        UUID snapshot = nova.snapshots(nova.starts(cast.image("golden")), "named");
        owner.patch(snapshot, ApiClient.replace("visibility", "\"shared\"")).is(200);
        return snapshot;
    }

    @Test
    void consumers_in_every_status_see_none_of_them() {
        UUID snapshot = snapshot();
        cast.offers(snapshot, cast.consumer.account);
        ApiClient consumer = ApiClient.forUser(cast.consumer);
        for (String status : List.of("pending", "accepted", "rejected")) {
            consumer.decides(snapshot, cast.consumer.account, status).is(200);
            assertUnnamed(consumer, snapshot, status);
            assertUnnamed(new Nova(cast.consumer.account).images(), snapshot, status);
            for (String page : List.of("", "/details", "/members", "/history")) {
                cast.consumer.opens("/DFW/images/" + snapshot + page).doesNotSay("Ines", "secret project", "kim");
            }
        }
        cast.stranger.opens("/DFW/images/" + snapshot).is(404);
    }

    private static void assertUnnamed(ApiClient reader, UUID snapshot, String status) {
        JsonNode shown = reader.get("/v2/images/" + snapshot).is(200).json();
        JsonNode list = reader.get("/v2/images?visibility=shared&member_status=" + status)
                .is(200)
                .json();
        for (String json : List.of(shown.toString(), list.toString())) {
            assertFalse(json.contains("Ines") || json.contains("secret project") || json.contains("kim"), json);
        }
        assertEquals("snapshot", shown.path("image_type").asText());
        for (String guess : List.of("owner_user_name=Ines", "user_id=kim", "owner_project_name=secret%20project")) {
            assertEquals(
                    0,
                    reader.get("/v2/images?visibility=shared&member_status=" + status + "&" + guess)
                            .is(200)
                            .json()
                            .path("images")
                            .size());
        }
    }

    @Test
    void a_base_image_shows_none_of_them_to_accounts() {
        TestUser provider = cast.provider;
        UUID image = ApiClient.idOf(ApiClient.forUser(provider)
                .post("/v2/images", "{\"name\":\"base\",\"user_id\":\"kim\",\"zone\":\"b\"}"));
        JsonNode shown = owner.get("/v2/images/" + image).is(200).json();
        assertEquals("b", shown.path("zone").asText());
        assertFalse(shown.has("user_id"));
        ApiClient.forUser(provider).delete("/v2/images/" + image).is(204);
    }

    @Test
    void the_owner_sees_and_finds_them_and_an_operators_change_keeps_them() {
        UUID snapshot = snapshot();
        ApiClient operator = new ApiClient(FakeKeystone.token(Cast.newAccountNumber(), "admin"));
        operator.patch(snapshot, ApiClient.replace("name", "\"renamed\"")).is(200);
        JsonNode shown = owner.get("/v2/images/" + snapshot).is(200).json();
        assertEquals("renamed", shown.path("name").asText());
        assertEquals("Ines", shown.path("owner_user_name").asText());
        assertEquals("secret project", shown.path("owner_project_name").asText());
        assertEquals("kim", shown.path("user_id").asText());
        assertEquals(
                List.of(snapshot.toString()),
                owner.get("/v2/images?owner_user_name=Ines")
                        .json()
                        .path("images")
                        .findValuesAsText("id"));
    }
}
