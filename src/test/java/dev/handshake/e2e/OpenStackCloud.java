package dev.handshake.e2e;

import dev.handshake.testing.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The installed Keystone, Placement and Nova, with the portal as their Image service. */
class OpenStackCloud implements AutoCloseable {

    static final String MISSING =
            "Keystone, Placement, Nova or the openstack command is not installed, and without them"
                    + " the test with a real Nova is skipped. See src/test/openstack/README.md.";

    /** Databases that it expects. */
    static final List<String> DATABASES = List.of("keystone", "placement", "nova_api", "nova", "nova_cell0");

    private static final List<String> PROGRAMS =
            List.of("keystone-manage", "placement-manage", "nova-manage", "uwsgi_python3", "openstack");
    private static final Duration START_TIMEOUT = Duration.ofMinutes(6);

    private final Path folder;
    private final int keystonePort;
    private final ChildProcess process;

    private OpenStackCloud(Path folder, int keystonePort, ChildProcess process) {
        this.folder = folder;
        this.keystonePort = keystonePort;
        this.process = process;
    }

    static boolean isInstalled() {
        return PROGRAMS.stream().allMatch(each -> Files.isExecutable(Path.of("/usr/bin", each)));
    }

    /** How the portal finds it. */
    static Map<String, String> portalSettings(int keystonePort, int computePort) {
        return Map.of(
                "HANDSHAKE_KEYSTONE_URL", "http://127.0.0.1:" + keystonePort + "/v3",
                "HANDSHAKE_KEYSTONE_USER_NAME", "portal",
                "HANDSHAKE_KEYSTONE_USER_PASSWORD", "secret",
                "HANDSHAKE_ACCOUNT_NUMBER_PATTERN", "[0-9a-f]{32}",
                "HANDSHAKE_REGION_DFW_COMPUTE_URL", "http://127.0.0.1:" + computePort + "/v2.1");
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
        Stream<String> arguments = Stream.of(
                "src/test/openstack/cloud.sh",
                folder.toAbsolutePath().toString(),
                String.valueOf(databasePort),
                String.valueOf(keystonePort),
                String.valueOf(ChildProcess.freePort()),
                String.valueOf(computePort),
                String.valueOf(ChildProcess.freePort()),
                images.toString());
        File log = new File(folder + ".log");
        OpenStackCloud cloud = new OpenStackCloud(
                folder, keystonePort, ChildProcess.start(log, Map.of(), arguments.toArray(String[]::new)));
        cloud.awaitReady(folder.resolve("ready"), log);
        return cloud;
    }

    private void awaitReady(Path ready, File log) throws InterruptedException {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (!Files.exists(ready)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The cloud does not start; see " + log);
            }
            Thread.sleep(250);
        }
    }

    /** The command line of the user of this name, in the project of the same name. */
    OpenStackCommand as(String user) {
        return new OpenStackCommand(Map.of(
                "OS_AUTH_URL", "http://127.0.0.1:" + keystonePort + "/v3",
                "OS_IDENTITY_API_VERSION", "3",
                "OS_REGION_NAME", "DFW",
                "OS_USER_DOMAIN_ID", "default",
                "OS_PROJECT_DOMAIN_ID", "default",
                "OS_COMPUTE_API_VERSION", "2.79",
                "OS_USERNAME", user,
                "OS_PROJECT_NAME", user,
                "OS_PASSWORD", "secret"));
    }

    /** Kills Nova, which starts again a few seconds later. */
    void killCompute() throws IOException {
        long pid = Long.parseLong(Files.readString(folder.resolve("nova.pid")).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    @Override
    public void close() {
        process.close();
    }
}
