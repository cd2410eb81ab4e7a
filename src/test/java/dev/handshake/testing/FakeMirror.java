package dev.handshake.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.handshake.disk.DiskFiles;
import dev.handshake.disk.SampleFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A server of disk images on the only internal address that imports may use, and a second server on another address
 * that must never be reached.
 */
public class FakeMirror implements AutoCloseable {

    private static final String ALLOWED_ADDRESS = "127.0.0.77";

    private final HttpServer server = startServer(ALLOWED_ADDRESS);
    private final HttpServer internalServer = startServer("127.0.0.1");
    private final AtomicInteger internalRequests = new AtomicInteger();

    public FakeMirror() {
        server.createContext("/", this::handle);
        server.createContext("/hooks", new FakeReceiver());
        internalServer.createContext("/", exchange -> {
            internalRequests.incrementAndGet();
            sendText(exchange, "a secret");
        });
        server.start();
        internalServer.start();
    }

    Map<String, String> settings() {
        int port = server.getAddress().getPort();
        int insidePort = internalServer.getAddress().getPort();
        return Map.of(
                "handshake.import.allowed-networks", ALLOWED_ADDRESS + "/32",
                "handshake.import.allowed-ports", "80,443,9," + port + "," + insidePort,
                "handshake.import.read-timeout", "2s",
                "test.mirror", "http://" + ALLOWED_ADDRESS + ":" + port,
                "test.inside-port", String.valueOf(insidePort));
    }

    /** The URL of a path on the mirror; see {@link #handle} for the paths. */
    public static String urlOf(String path) {
        return ConfigProvider.getConfig().getValue("test.mirror", String.class) + path;
    }

    /** A URL that must not be fetched, with the port of the second server. */
    public static String internalUrl(String host) {
        return "http://" + host + ":" + ConfigProvider.getConfig().getValue("test.inside-port", String.class)
                + "/secret";
    }

    /** How often the second server was reached. */
    public static int internalRequestCount() {
        return Integer.parseInt(TestUser.fetchText(urlOf("/trespasses")));
    }

    /** The same settings as environment variables. */
    public Map<String, String> environment() {
        return settings().entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"),
                        Map.Entry::getValue));
    }

    /** The URL of a path on this mirror. */
    public String url(String path) {
        return settings().get("test.mirror") + path;
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        String[] path = asked.getPath().split("/");
        int number = path.length > 2 && path[2].matches("[0-9]+") ? Integer.parseInt(path[2]) : 0;
        switch (path[1]) {
            case "disk.qcow2" -> send(exchange, DiskFiles.qcow2(10L << 30), 0);
            case "backed.qcow2" -> send(exchange, DiskFiles.qcow2WithBackingFile("/etc/passwd"), 0);
            case "sample" -> send(exchange, SampleFile.load(path[2]), 0);
            case "raw" -> send(exchange, DiskFiles.raw(number), 0);
            case "slow" -> send(exchange, DiskFiles.raw(number), 100);
            case "chunked" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(DiskFiles.raw(number));
                exchange.close();
            }
            case "cut" -> {
                exchange.sendResponseHeaders(200, number);
                exchange.getResponseBody().write(new byte[number / 2]);
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case "silent" -> pause(10_000);
            case "status" -> exchange.sendResponseHeaders(number, -1);
            case "hops" -> redirect(exchange, number == 0 ? "/disk.qcow2" : "/hops/" + (number - 1));
            case "to" -> redirect(exchange, asked.getQuery());
            case "trespasses" -> sendText(exchange, String.valueOf(internalRequests));
            default -> exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    /** Sends chunks of 4 KiB with a pause before each. */
    private static void send(HttpExchange exchange, byte[] file, int pause) throws IOException {
        exchange.sendResponseHeaders(200, file.length == 0 ? -1 : file.length);
        OutputStream out = exchange.getResponseBody();
        for (int from = 0; from < file.length; from += 4096) {
            pause(pause);
            out.write(file, from, Math.min(4096, file.length - from));
            out.flush();
        }
    }

    private static void sendText(HttpExchange exchange, String text) throws IOException {
        send(exchange, text.getBytes(StandardCharsets.UTF_8), 0);
        exchange.close();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpServer startServer(String address) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            return server;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        internalServer.stop(0);
    }
}
