package dev.handshake.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.account.Role;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.NovaControl;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An account in a region with a compute service. */
class ComputeCast {

    static final String REGION = "HKG";

    final String account = Cast.newAccountNumber();
    final TestUser admin = new TestUser("Hana", account, Role.ADMIN, REGION, "DFW");
    final TestUser creator = new TestUser("Chen", account, Role.CREATOR, REGION);
    final TestUser observer = new TestUser("Ole", account, Role.OBSERVER, REGION);
    final NovaControl nova = new NovaControl(REGION, account);

    UUID image(String name) {
        return Cast.idOf(admin.uploads(REGION, name, Cast.uniqueDiskFile()).is(200));
    }

    /** Starts a server through the form. */
    HtmlPage starts(UUID image, String name, String... more) {
        String[] fields = {"name", name, "flavor", "small"};
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return admin.opens("/HKG/servers/new?image=" + image).is(200).presses("Start server", all);
    }

    UUID server(UUID image, String name) {
        UUID server = Cast.idOf(starts(image, name).is(200));
        awaitState(server, "active");
        return server;
    }

    /** Deletes a server through the form. */
    void deletes(UUID server, String name) {
        admin.opens("/HKG/servers/" + server + "/deletion")
                .presses("Delete", "name", name)
                .is(200);
        awaitState(server, "deleted");
    }

    /** The form of a new server, as sent without the page. */
    HtmlPage postsServer(TestUser by, UUID image, String flavor) {
        String id = UUID.randomUUID().toString();
        return by.posts("/HKG/servers", "server", id, "image", image.toString(), "name", "w", "flavor", flavor);
    }

    /** With a Keystone token of the account's own user. */
    ApiClient api() {
        return new ApiClient(
                FakeKeystone.token(Map.of("project", account, "roles", List.of("member"), "user", "ines")));
    }

    JsonNode shows(UUID server) {
        return api().get("/HKG/v2/servers/" + server).is(200).json();
    }

    /** Waits until it is in this state and nothing is being done. */
    JsonNode awaitState(UUID server, String state) {
        return Eventually.get(
                () -> shows(server),
                shown -> shown.path("status").asText().equals(state)
                        && shown.path("compute").path("pending").isMissingNode()
                        && shown.path("compute").path("task").isMissingNode());
    }

    JsonNode list() {
        return api().get("/HKG/v2/servers").is(200).json().path("servers");
    }
}
