package dev.handshake.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.compute.Nova.NovaServer;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A snapshot that an administrator takes of another account's server is that account's at once. */
@PortalTest
@AlsoOnH2
class ServerOwnerServiceTest {

    private static final Map<String, String> SHARED = Map.of("visibility", "shared");

    private final Cast cast = new Cast();
    private final String project = Cast.newAccountNumber();
    private final Nova admin = new Nova(project, "admin");
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    private UUID takenBy(Nova by, UUID image) {
        NovaServer server = new Nova(cast.consumer.account).starts(image);
        return by.snapshots(server, "by the administrator", SHARED);
    }

    private static String statusIn(ApiClient.ApiResponse member) {
        return member.is(200).json().path("status").asText();
    }

    @Test
    void the_servers_account_has_accepted_it_and_sees_its_origin() {
        UUID snapshot = takenBy(admin, cast.accepted("golden"));
        assertEquals("accepted", statusIn(admin.images().offers(snapshot, cast.consumer.account)));
        assertEquals(
                List.of(snapshot.toString()),
                consumer.get("/v2/images?visibility=shared&owner=" + project)
                        .json()
                        .path("images")
                        .findValuesAsText("id"));
        cast.consumer.opens("/DFW/images").is(200).says("by the administrator", "Shared by account " + project);
        cast.consumer
                .opens("/DFW/images/" + snapshot)
                .is(200)
                .says("golden", "Decided for your account by the compute service")
                .doesNotSay("a server of account");
        cast.consumer.opens("/DFW/history").is(200).says("by the administrator", "accepted");
        consumer.decides(snapshot, cast.consumer.account, "rejected").is(200);
        cast.stranger.opens("/DFW/images/" + snapshot).is(404);
        cast.producer.opens("/DFW/images/" + snapshot).is(404);
    }

    @Test
    void only_the_first_member_is_the_servers_account() {
        UUID snapshot = takenBy(admin, cast.accepted("golden"));
        admin.images().offers(snapshot, cast.consumer.account).is(200);
        assertEquals("pending", statusIn(admin.images().offers(snapshot, cast.otherConsumer.account)));
        admin.images().removes(snapshot, cast.consumer.account).is(204);
        assertEquals("pending", statusIn(admin.images().offers(snapshot, cast.consumer.account)));
    }

    @Test
    void what_a_user_offers_and_what_is_no_snapshot_of_nova_is_pending() {
        ApiClient owner = ApiClient.forUser(cast.producer);
        Nova nova = new Nova(cast.producer.account);
        UUID snapshot = takenBy(nova, cast.accepted("golden"));
        assertEquals("pending", statusIn(owner.offers(snapshot, cast.consumer.account)));
        UUID plain = cast.image("plain");
        assertEquals("pending", statusIn(nova.images().offers(plain, cast.consumer.account)));
        UUID others = takenBy(nova, cast.accepted("golden"));
        assertEquals("pending", statusIn(admin.images().offers(others, cast.consumer.account)));
        JsonNode pending = consumer.get("/v2/images?member_status=pending&visibility=shared")
                .json()
                .path("images");
        assertEquals(3, pending.size());
    }

    @Test
    void it_is_refused_like_any_offer() {
        UUID snapshot = takenBy(admin, cast.accepted("golden"));
        admin.images().offers(snapshot, project).is(409);
        admin.images().offers(snapshot, "not a number").is(400);
        admin.images().offers(snapshot, cast.consumer.account).is(200);
        admin.images().offers(snapshot, cast.consumer.account).is(409);
        NovaServer server = new Nova(cast.consumer.account).starts(cast.pending("private"));
        UUID hidden = ApiClient.idOf(admin.announces(server, "private", Map.of()));
        admin.images().offers(hidden, cast.consumer.account).is(403);
    }
}
