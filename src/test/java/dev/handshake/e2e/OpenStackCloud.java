package dev.handshake.e2e;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The installed Keystone, Placement and Nova, with the portal as their Image service. */
class OpenStackCloud implements AutoCloseable {

    static final String MISSING =
            "Keystone, Placement, Nova or the openstack command is not installed, and without them"
                    + " the test with a real Nova is skipped. See src/test/openstack/README.md.";

    /** Databases that it expects. */
    static final List<String> DATABASES = List.of("keystone", "placement", "nova_api", "nova", "nova_cell0");

    private final Path folder;
    private final int computePort;
    private final CloudScript script;

    private OpenStackCloud(Path folder, int computePort, CloudScript script) {
        this.folder = folder;
        this.computePort = computePort;
        this.script = script;
    }

    static boolean isInstalled() {
        return CloudScript.areInstalled(
                List.of("keystone-manage", "placement-manage", "nova-manage", "uwsgi_python3", "openstack"));
    }

    /** How the portal finds it. */
    static Map<String, String> portalSettings(int keystonePort) {
        Map<String, String> settings = new HashMap<>(CloudScript.portalSettings(keystonePort));
        settings.put("HANDSHAKE_REGION_DFW_COMPUTE_URL", "catalog");
        return settings;
    }

    /**
     * Starts it, which takes a minute.
     *
     * @param folder of its settings and logs; must not exist
     * @param computePort Nova's
     * @param images the URL of the Image service; it is not asked before the first command
     */
    static OpenStackCloud start(Path folder, int databasePort, int keystonePort, int computePort, URI images)
            throws Exception {
        List<String> more = List.of(
                String.valueOf(ChildProcess.freePort()),
                String.valueOf(computePort),
                String.valueOf(ChildProcess.freePort()),
                images.toString());
        return new OpenStackCloud(
                folder, computePort, CloudScript.start("cloud.sh", folder, databasePort, keystonePort, more));
    }

    /** An address of Nova. */
    String computeUrl(String path) {
        return "http://127.0.0.1:" + computePort + "/v2.1" + path;
    }

    /** The command line of the user of this name, in the project of the same name. */
    OpenStackCommand as(String user) {
        return script.as(user);
    }

    /** A client with a token of the user of this name, in the project of the same name. */
    ApiClient clientOf(String user) {
        return script.clientOf(user);
    }

    /** Kills Nova, which starts again a few seconds later. */
    void killCompute() throws IOException {
        long pid = Long.parseLong(Files.readString(folder.resolve("nova.pid")).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    @Override
    public void close() {
        script.close();
    }
}
