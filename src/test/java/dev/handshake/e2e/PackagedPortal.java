package dev.handshake.e2e;

import dev.handshake.testing.ChildProcess;
import java.io.File;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The portal as it is delivered: its own process, in little memory, told by its environment alone what to do. */
class PackagedPortal implements AutoCloseable {

    private static final Pattern ERROR_LINE = Pattern.compile("\"level\":\"ERROR\"");

    private final URI uri;
    private final URI managementUri;
    private final Map<String, String> environment;
    private ChildProcess process;

    private PackagedPortal(URI uri, URI managementUri, Map<String, String> environment) {
        this.uri = uri;
        this.managementUri = managementUri;
        this.environment = environment;
    }

    /**
     * @param issuer the sign-in provider
     * @param settings what else is set, such as where image data is kept
     */
    static PackagedPortal start(URI address, String database, URI issuer, Map<String, String> settings)
            throws Exception {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putIfAbsent("QUARKUS_SHUTDOWN_DELAY", "0S");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(address.getPort()));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database);
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.toString());
        environment.put("QUARKUS_OIDC_CLIENT_ID", KeycloakServer.CLIENT);
        environment.put("HANDSHAKE_API_AUDIENCE", KeycloakServer.AUDIENCE);
        environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", KeycloakServer.SECRET);
        environment.put("HANDSHAKE_REGIONS", "DFW,ORD");
        environment.put("HANDSHAKE_PRICES_STORAGE", "1000000");
        URI management = URI.create("http://localhost:" + ChildProcess.freePort());
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management.getPort()));
        PackagedPortal portal = new PackagedPortal(address, management, environment);
        portal.restart();
        return portal;
    }

    /** At the same address, with the same settings. */
    void restart() throws Exception {
        process = ChildProcess.startPortal(
                new File("target/quarkus-app"), new File("target/e2e/portal-" + uri.getPort() + ".log"), environment);
        process.awaitHttpOk(uri("/signed-out"));
    }

    URI uri(String path) {
        return uri.resolve(path);
    }

    /** Where its operator looks at it. */
    URI managementUri() {
        return managementUri;
    }

    /** What it logged that has such a thing in it. */
    List<String> logLines(Pattern thing) {
        return process.logLines(thing);
    }

    /** Ends it as a failing machine does: at once, and without a word to anybody. */
    void kill() {
        process.kill();
    }

    /** Asks it to end, and waits until it has. */
    void terminate() {
        process.terminate();
    }

    /** @return the lines of its log that tell of something broken */
    List<String> errorLines() {
        return process.logLines(ERROR_LINE);
    }

    /** Where a test failed far away, the reason is often here. */
    @Override
    public void close() {
        process.close();
        errorLines().forEach(System.out::println);
    }
}
