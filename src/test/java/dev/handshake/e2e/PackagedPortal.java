package dev.handshake.e2e;

import dev.handshake.testing.ChildProcess;
import java.io.File;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The packaged portal in a separate process with little memory, configured only by environment variables. */
class PackagedPortal implements AutoCloseable {

    /**
     * C2 compiles only what is called ten times as often as usual, such as checksums. Within a test, it takes more time
     * than it saves.
     */
    static final List<String> SPARING_C2 = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private static final Pattern ERROR_LINE = Pattern.compile("\"level\":\"ERROR\"");

    private final URI uri;
    private final URI managementUri;
    private final Map<String, String> environment;
    private final List<String> jvmOptions;
    private ChildProcess process;

    private PackagedPortal(URI uri, URI managementUri, Map<String, String> environment, List<String> jvmOptions) {
        this.uri = uri;
        this.managementUri = managementUri;
        this.environment = environment;
        this.jvmOptions = jvmOptions;
    }

    /**
     * @param issuer URL of the identity provider
     * @param settings further settings
     */
    static PackagedPortal start(URI address, String database, URI issuer, Map<String, String> settings)
            throws Exception {
        return start(address, database, issuer, settings, SPARING_C2);
    }

    static PackagedPortal start(
            URI address, String database, URI issuer, Map<String, String> settings, List<String> jvmOptions)
            throws Exception {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putIfAbsent("QUARKUS_SHUTDOWN_DELAY", "0s");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(address.getPort()));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database);
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.toString());
        environment.put("QUARKUS_OIDC_CLIENT_ID", KeycloakServer.CLIENT);
        environment.put("HANDSHAKE_API_AUDIENCE", KeycloakServer.AUDIENCE);
        environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", KeycloakServer.SECRET);
        environment.put("HANDSHAKE_REGIONS", "DFW,ORD");
        environment.put("HANDSHAKE_PRICES_STORAGE", "730000000");
        URI management = URI.create("http://localhost:" + ChildProcess.freePort());
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management.getPort()));
        PackagedPortal portal = new PackagedPortal(address, management, environment, jvmOptions);
        portal.restart();
        return portal;
    }

    /** Restarts with the same address and settings. */
    void restart() throws Exception {
        process = ChildProcess.startPortal(
                new File(System.getProperty("portal.package", "target/quarkus-app")),
                new File("target/e2e/portal-" + uri.getPort() + ".log"),
                environment,
                jvmOptions);
        process.awaitHttpOk(uri("/signed-out"));
    }

    URI uri(String path) {
        return uri.resolve(path);
    }

    /** The URL of its management interface. */
    URI managementUri() {
        return managementUri;
    }

    /** The log lines that match. */
    List<String> logLines(Pattern thing) {
        return process.logLines(thing);
    }

    /** Kills it, as a machine failure would. */
    void kill() {
        process.kill();
    }

    /** Sends a termination signal and waits for the end. */
    void terminate() {
        process.terminate();
    }

    /** @return the log lines of level ERROR */
    List<String> errorLines() {
        return process.logLines(ERROR_LINE);
    }

    /** Prints errors, which often explain a test failure. */
    @Override
    public void close() {
        process.close();
        errorLines().forEach(System.out::println);
    }
}
