package dev.handshake.e2e;

import dev.handshake.Running;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The HAProxy of this machine, before two replicas, with the configuration that operators are given. */
class Proxy implements AutoCloseable {

    private static final Path PROGRAM = Path.of(System.getenv().getOrDefault("HAPROXY", "/usr/sbin/haproxy"));

    static final String MISSING = "There is no HAProxy at " + PROGRAM
            + ", and without it the test of two replicas in a storm is skipped. Install it, or let HAPROXY say where it is.";

    /** What a portal behind it is told. */
    static final Map<String, String> BEHIND = Map.of(
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
            "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true",
            "QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true");

    private final URI address;
    private final Running process;

    private Proxy(URI address, Running process) {
        this.address = address;
        this.process = process;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    static Proxy start(PackagedPortal first, PackagedPortal second) throws Exception {
        URI address = URI.create("http://localhost:" + Running.freePort());
        Map<String, String> environment = Map.of(
                "PORTAL_ADDRESS", "127.0.0.1:" + address.getPort(),
                "FIRST_REPLICA", place(first),
                "FIRST_MANAGEMENT_PORT", String.valueOf(first.management().getPort()),
                "SECOND_REPLICA", place(second),
                "SECOND_MANAGEMENT_PORT", String.valueOf(second.management().getPort()));
        File log = new File("target/e2e/haproxy-" + address.getPort() + ".log");
        String[] command = {PROGRAM.toString(), "-db", "-f", "src/main/proxy/haproxy.cfg"};
        Proxy proxy = new Proxy(address, Running.start(log, environment, command));
        proxy.process.awaitAnswer(proxy.at("/signed-out"));
        return proxy;
    }

    private static String place(PackagedPortal portal) {
        return "127.0.0.1:" + portal.at("/").getPort();
    }

    URI at(String path) {
        return address.resolve(path);
    }

    @Override
    public void close() {
        process.close();
    }
}
