package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.Eventually;
import java.net.URI;
import java.util.UUID;

/** The pages of servers with a real Nova, and the same servers by the {@code openstack} command of the same account. */
class ComputePages {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

    private final VirtualUser person;
    private final OpenStackCommand command;
    private final OpenStackCloud cloud;

    ComputePages(URI portal, String account, OpenStackCommand command, OpenStackCloud cloud) {
        this.person = new VirtualUser(portal, account);
        this.command = command;
        this.cloud = cloud;
    }

    /** @param image offered to the account */
    void play(String image) throws Exception {
        person.signsIn("/DFW/servers");
        String form = text("/DFW/servers/new?image=" + image);
        assertTrue(form.contains("small: 1 vCPU, 512 MiB memory, 1 GiB disk"), form);
        assertTrue(form.contains("of 10 servers"), form);
        String server = starts(image, "from-pages");
        await(server, "from-pages active");
        String id = command.value("ID", "server list --tags handshake-" + server);
        goesThroughItsLife(server, id);
        takesSnapshot(server);
        followsTheCommandLine(image, server, id);
        person.posts("/DFW/servers/" + server + "/deletion", "name", "from-pages");
        await(server, "from-pages deleted");
        command.fails("No server", "server show " + id);
        survivesNova(image);
    }

    private String starts(String image, String name) {
        String server = UUID.randomUUID().toString();
        String[] fields = {"server", server, "image", image, "name", name, "flavor", "small", "network", "", "keys", KEY
        };
        assertEquals(303, person.posts("/DFW/servers", fields).status());
        return server;
    }

    private void goesThroughItsLife(String server, String id) {
        presses(server, "stop");
        await(server, "from-pages stopped");
        assertEquals("SHUTOFF", command.value("status", "server show " + id));
        presses(server, "start");
        await(server, "from-pages active");
        presses(server, "reboot");
        Eventually.get(() -> command.run("server event list " + id), events -> events.contains("reboot"));
        await(server, "from-pages active");
        String console = text("/DFW/servers/" + server + "/console");
        assertTrue(console.contains("FAKE CONSOLE OUTPUT"), console);
    }

    private void takesSnapshot(String server) {
        String request = UUID.randomUUID().toString();
        String[] fields = {"snapshot", request, "name", "pages-snapshot"};
        assertEquals(
                303,
                person.posts("/DFW/servers/" + server + "/snapshots", fields).status());
        await(server, "pages-snapshot");
        String snapshot = Eventually.get(
                () -> command.value("ID", "image list --name pages-snapshot --status active"), id -> !id.isEmpty());
        assertFalse(command.run("image show " + snapshot).contains("handshake_request"));
        await(server, "from-pages active");
    }

    private void followsTheCommandLine(String image, String server, String id) {
        command.run("server stop " + id);
        await(server, "from-pages stopped");
        String other = command.value(
                "id", "server create --wait --image " + image + " --flavor small --nic none from-command");
        Eventually.get(() -> text("/DFW/servers"), text -> text.contains("from-command active"));
        command.run("server delete --wait " + other);
        Eventually.get(() -> text("/DFW/servers"), text -> !text.contains("from-command"));
    }

    private void survivesNova(String image) throws Exception {
        cloud.killCompute();
        String server = starts(image, "during-outage");
        assertTrue(text("/DFW/servers/" + server).contains("during-outage building"));
        await(server, "during-outage active");
        String found = command.value("ID", "server list --tags handshake-" + server);
        assertEquals(1, found.lines().count(), found);
        command.run("server delete --wait " + found);
        await(server, "during-outage deleted");
    }

    private void presses(String server, String action) {
        assertEquals(303, person.posts("/DFW/servers/" + server + "/" + action).status());
    }

    private void await(String server, String words) {
        Eventually.get(() -> text("/DFW/servers/" + server), text -> text.contains(words));
    }

    private String text(String path) {
        return person.opens(path).document().text();
    }
}
