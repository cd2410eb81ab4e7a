package dev.handshake.quota;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.compute.Nova;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.ApiClient.ApiResponse;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Snapshots of the compute service count as snapshots. Account 8800004 may have two in the test settings. */
@PortalTest
class ComputeSnapshotQuotaTest {

    private final Cast cast = new Cast();

    @Test
    void no_more_are_taken_than_allowed() {
        TestUser user = QuotaFixture.user("8800004");
        QuotaFixture.deleteImages(ApiClient.forUser(user));
        Nova nova = new Nova(user.account);
        Nova.NovaServer server = nova.starts(cast.image(cast.provider, "base-" + Cast.newAccountNumber()));
        UUID[] allowed = new UUID[2];
        for (int each = 0; each < 2; each++) {
            allowed[each] = ApiClient.idOf(nova.announces(server, "allowed", Map.of("image_type", "backup")));
        }
        ApiResponse refused = nova.announces(server, "third", Map.of()).is(413);
        assertTrue(refused.text().contains("2 of 2 snapshots"), refused.text());
        ApiClient.idOf(ApiClient.forUser(user).post("/v2/images", "{\"name\":\"no snapshot\"}"));
        nova.images().delete("/v2/images/" + allowed[0]).is(204);
        nova.announces(server, "again", Map.of()).is(201);
        QuotaFixture.deleteImages(ApiClient.forUser(user));
    }
}
