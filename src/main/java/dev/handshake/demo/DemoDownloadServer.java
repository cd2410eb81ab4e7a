package dev.handshake.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves disk image files for demo imports without internet access: one fast, and one that takes two minutes. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoDownloadServer {

    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    DemoDownloadServer(DemoConfig config) {
        this.port = config.mirrorPort();
    }

    void start(@Observes @Priority(1) StartupEvent start) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/debian-13.qcow2", exchange -> send(exchange, DemoDiskFile.qcow2(8), 0));
        server.createContext("/slow.raw", exchange -> send(exchange, DemoDiskFile.raw(24), 300));
        server.setExecutor(threads);
        server.start();
    }

    String url(String file) {
        return "http://127.0.0.1:" + port + "/" + file;
    }

    private static void send(HttpExchange exchange, InputStream file, int pause) throws IOException {
        exchange.sendResponseHeaders(200, file.available());
        byte[] piece = new byte[64 * 1024];
        for (int read; (read = file.read(piece)) > 0; ) {
            exchange.getResponseBody().write(piece, 0, read);
            exchange.getResponseBody().flush();
            pause(pause);
        }
        exchange.close();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }
}
