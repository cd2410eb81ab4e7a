package dev.handshake.e2e;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A packaged portal shared by all tests that leave it unchanged. It sends traces to a collector. Injected as a
 * parameter by {@link SharedPortalExtension}.
 */
class SharedPortal implements AutoCloseable {

    private final List<String> traces = new CopyOnWriteArrayList<>();
    private final HttpServer collector = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    private final PackagedEnvironment environment;
    private final PackagedPortal portal;

    SharedPortal() throws Exception {
        collector.createContext("/v1/traces", sent -> {
            traces.add(new String(sent.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            sent.sendResponseHeaders(200, -1);
            sent.close();
        });
        collector.start();
        environment = new PackagedEnvironment(Map.of(
                "HANDSHAKE_HEALTH_CHECK_INTERVAL",
                "1s",
                "QUARKUS_OTEL_SDK_DISABLED",
                "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://localhost:" + collector.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                "200ms"));
        portal = environment.startPortal();
    }

    PackagedPortal portal() {
        return portal;
    }

    String token(String account) {
        return environment.token(account);
    }

    /** All traces received so far. */
    String traces() {
        return String.join("", traces);
    }

    /** Runs {@code check} while its database is stopped. */
    void withoutDatabase(Check check) throws Exception {
        environment.database().stop();
        try {
            check.run();
        } finally {
            environment.database().start();
        }
    }

    /** An assertion that may throw. */
    interface Check {
        void run() throws Exception;
    }

    @Override
    public void close() throws Exception {
        portal.close();
        environment.close();
        collector.stop(0);
    }
}
