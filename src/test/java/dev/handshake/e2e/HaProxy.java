package dev.handshake.e2e;

import dev.handshake.testing.ChildProcess;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The installed HAProxy in front of two replicas, with the configuration shipped for operators. */
class HaProxy implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of(System.getenv().getOrDefault("HAPROXY", "/usr/sbin/haproxy"));

    static final String MISSING = "There is no HAProxy at " + EXECUTABLE
            + ", and without it the test of two replicas in a storm is skipped. Install it, or let HAPROXY say where it is.";

    /** Settings of portals behind it. */
    static final Map<String, String> PORTAL_SETTINGS = Map.of(
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
            "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true",
            "QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true");

    private final URI uri;
    private final ChildProcess process;

    private HaProxy(URI uri, ChildProcess process) {
        this.uri = uri;
        this.process = process;
    }

    static boolean isInstalled() {
        return Files.isExecutable(EXECUTABLE);
    }

    static HaProxy start(PackagedPortal first, PackagedPortal second) throws Exception {
        URI address = URI.create("http://localhost:" + ChildProcess.freePort());
        Map<String, String> environment = Map.of(
                "PORTAL_ADDRESS", "127.0.0.1:" + address.getPort(),
                "FIRST_REPLICA", hostAndPort(first),
                "FIRST_MANAGEMENT_PORT", String.valueOf(first.managementUri().getPort()),
                "SECOND_REPLICA", hostAndPort(second),
                "SECOND_MANAGEMENT_PORT", String.valueOf(second.managementUri().getPort()));
        File log = new File("target/e2e/haproxy-" + address.getPort() + ".log");
        String[] command = {EXECUTABLE.toString(), "-db", "-f", "src/main/proxy/haproxy.cfg"};
        HaProxy proxy = new HaProxy(address, ChildProcess.start(log, environment, command));
        proxy.process.awaitHttpOk(proxy.uri("/signed-out"));
        return proxy;
    }

    private static String hostAndPort(PackagedPortal portal) {
        return "127.0.0.1:" + portal.uri("/").getPort();
    }

    URI uri(String path) {
        return uri.resolve(path);
    }

    @Override
    public void close() {
        process.close();
    }
}
