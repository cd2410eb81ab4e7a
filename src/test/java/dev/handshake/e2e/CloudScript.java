package dev.handshake.e2e;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.ChildProcess;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Services of OpenStack, as a script of {@code src/test/openstack} starts them; they end with it. */
class CloudScript implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(6);

    private final int keystonePort;
    private final ChildProcess process;

    private CloudScript(int keystonePort, ChildProcess process) {
        this.keystonePort = keystonePort;
        this.process = process;
    }

    static boolean areInstalled(List<String> programs) {
        return programs.stream().allMatch(each -> Files.isExecutable(Path.of("/usr/bin", each)));
    }

    /**
     * Starts the script, and waits until everything answers.
     *
     * @param folder of settings and logs; must not exist
     * @param more arguments after the folder and the ports of database and Keystone
     */
    static CloudScript start(String name, Path folder, int databasePort, int keystonePort, List<String> more)
            throws Exception {
        Stream<String> first = Stream.of(
                "src/test/openstack/" + name,
                folder.toAbsolutePath().toString(),
                String.valueOf(databasePort),
                String.valueOf(keystonePort));
        File log = new File(folder + ".log");
        String[] arguments = Stream.concat(first, more.stream()).toArray(String[]::new);
        CloudScript script = new CloudScript(keystonePort, ChildProcess.start(log, Map.of(), arguments));
        script.awaitReady(folder.resolve("ready"), log);
        return script;
    }

    private void awaitReady(Path ready, File log) throws InterruptedException {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (!Files.exists(ready)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                close();
                throw new IllegalStateException("The cloud does not start; see " + log);
            }
            Thread.sleep(250);
        }
    }

    /** The command line of the user of this name, in the project of the same name. */
    OpenStackCommand as(String user) {
        return new OpenStackCommand(Map.of(
                "OS_AUTH_URL", keystoneUrl(keystonePort),
                "OS_IDENTITY_API_VERSION", "3",
                "OS_REGION_NAME", "DFW",
                "OS_USER_DOMAIN_ID", "default",
                "OS_PROJECT_DOMAIN_ID", "default",
                "OS_COMPUTE_API_VERSION", "2.79",
                "OS_USERNAME", user,
                "OS_PROJECT_NAME", user,
                "OS_PASSWORD", "secret"));
    }

    /** A client with a token of the user of this name, in the project of the same name. */
    ApiClient clientOf(String user) {
        String domain = "\"domain\": {\"id\": \"default\"}";
        String body = """
                {"auth": {
                  "identity": {"methods": ["password"],
                    "password": {"user": {"name": "%1$s", "password": "secret", %2$s}}},
                  "scope": {"project": {"name": "%1$s", %2$s}}}}
                """.formatted(user, domain);
        return new ApiClient(new ApiClient()
                .post(keystoneUrl(keystonePort) + "/auth/tokens", body, "Content-Type", "application/json")
                .is(201)
                .header("X-Subject-Token"));
    }

    /** How a portal finds Keystone, and its own user there. */
    static Map<String, String> portalSettings(int keystonePort) {
        return Map.of(
                "HANDSHAKE_KEYSTONE_URL", keystoneUrl(keystonePort),
                "HANDSHAKE_KEYSTONE_USER_NAME", "portal",
                "HANDSHAKE_KEYSTONE_USER_PASSWORD", "secret",
                "HANDSHAKE_ACCOUNT_NUMBER_PATTERN", "[0-9a-f]{32}");
    }

    private static String keystoneUrl(int port) {
        return "http://127.0.0.1:" + port + "/v3";
    }

    @Override
    public void close() {
        process.close();
    }
}
