package dev.handshake.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A fake Glance in this process, that follows what a real one was seen to answer and misbehaves on request. Its tokens
 * are those of {@link FakeKeystone}.
 */
public class FakeGlance implements AutoCloseable {

    private final HttpServer server;
    private final FakeGlanceImages images = new FakeGlanceImages();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private volatile boolean isPrivileged = true;

    /** @param how a status, or how it misbehaves; see {@link #failNext(String, String, int)} */
    private record Fault(String path, String how) {}

    private FakeGlance(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext("/", this::handle);
        server.createContext("/control/", new FakeGlanceControl(this, images)::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    /** At a free port. */
    public static FakeGlance start() {
        return start(0);
    }

    public static FakeGlance start(int port) {
        try {
            return new FakeGlance(port);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** An active image of 4 bytes of data. */
    public UUID addImage(String owner, String name, String visibility) {
        return images.add(owner, name, visibility);
    }

    /** What is answered about the image; changes of it are answered as well. */
    public ObjectNode image(UUID id) {
        return images.get(id.toString());
    }

    /** Deletes the image, its members and its data. */
    public void removeImage(UUID id) {
        images.remove(id.toString());
    }

    /** Adds or changes a member. */
    public void setMember(UUID image, String member, String status) {
        images.setMember(image.toString(), member, status);
    }

    public void removeMember(UUID image, String member) {
        images.removeMember(image.toString(), member);
    }

    /** @param data null if there is none */
    public void setData(UUID image, byte[] data) {
        images.setData(image.toString(), data);
    }

    /** The next calls are answered with a status and HTML. */
    public void failNext(String pathRegex, int status, int times) {
        failNext(pathRegex, String.valueOf(status), times);
    }

    /**
     * The next calls go wrong.
     *
     * @param pathRegex of the whole path, such as {@code /v2/images/.*}{@code /file}, with or without the method
     * @param how {@code hang} first; with data: {@code cut} or {@code stall} in the middle, {@code drip} a byte every
     *     0.3 seconds, {@code whole} if ranges are ignored; with uploads: {@code stall} at their beginning; with
     *     changes: {@code lost} if they are not made, {@code hang after} or {@code 500 after} if they are;
     *     {@code late}: with what was true five seconds ago; otherwise JSON that is answered, or a status
     */
    public void failNext(String pathRegex, String how, int times) {
        faults.addAll(Collections.nCopies(times, new Fault(pathRegex, how)));
    }

    /** @param isPrivileged false: the policy lacks the role, so that only public images are found */
    public void setPrivileged(boolean isPrivileged) {
        this.isPrivileged = isPrivileged;
    }

    /** Method, path and query of each call so far, such as {@code GET /v2/images?limit=100}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** How much of the data was sent by each answer, in bytes. */
    public static List<Integer> dataEnds() {
        return FakeGlanceData.ENDS;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            String how = takeFault(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            if (how.matches("[1-9]\\d\\d")) {
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                send(exchange, Integer.parseInt(how), "text/html", "<html>\n <h1>not now</h1>\n</html>");
            } else {
                answer(exchange, how);
            }
        }
    }

    private synchronized String takeFault(String method, String path) {
        Fault found = faults.stream()
                .filter(each -> path.matches(each.path) || (method + " " + path).matches(each.path))
                .findFirst()
                .orElse(null);
        faults.remove(found);
        return found == null ? "" : found.how;
    }

    private void answer(HttpExchange exchange, String how) throws IOException {
        FakeGlanceData.pauseIf("hang", how);
        String[] path = exchange.getRequestURI().getPath().split("/");
        try {
            JsonNode user = FakeKeystone.read(
                    String.valueOf(exchange.getRequestHeaders().getFirst("X-Auth-Token")));
            if (user == null) {
                throw new GlanceError(401, "This server could not verify that you are authorized.");
            }
            if (!exchange.getRequestMethod().equals("GET")) {
                new FakeGlanceWrites(images, user.path("project").asText())
                        .write(exchange.getRequestMethod(), path, exchange.getRequestBody(), how);
                send(exchange, 200, "application/json", "{}");
                return;
            }
            if (path.length == 5 && path[4].equals("file")) {
                FakeGlanceData.send(
                        exchange, images.data(path[3], user.path("project").asText()), how);
                return;
            }
            String answer = switch (path.length) {
                case 3 -> images.list(exchange.getRequestURI().getQuery(), isPrivileged);
                case 4 -> images.find(path[3], isPrivileged).toString();
                default -> images.members(path[3], isPrivileged);
            };
            FakeGlanceData.pauseIf("late", how);
            send(exchange, 200, "application/json", how.startsWith("{") || how.startsWith("[") ? how : answer);
        } catch (GlanceError refused) {
            send(exchange, refused.status, "application/json", refused.body());
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Openstack-Request-Id", "req-00000000-fake");
        if (status >= 300 && status < 400) {
            exchange.getResponseHeaders().set("Location", "/v2/images");
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
