package dev.handshake.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** How {@link FakeGlance} sends the data of an image, whole or from an offset, well or badly. */
class FakeGlanceData {

    private static final int DRIP_MILLIS = 300;
    private static final int STALL_MILLIS = 5_000;

    private static final int CHUNK = 64 << 10;

    /** How far each answer came before it was complete, or nobody read on. */
    static final List<Integer> ENDS = new CopyOnWriteArrayList<>();

    private FakeGlanceData() {}

    /** @param data null if there is none */
    static void send(HttpExchange exchange, byte[] data, String how) throws IOException {
        if (data == null) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null || how.equals("whole") ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from >= data.length && from > 0) {
            throw new GlanceError(416, "Invalid Range header.");
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (data.length - 1) + "/" + data.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, data.length - from);
        if (how.isEmpty()) {
            write(exchange, data, from);
            return;
        }
        for (int at = from; at < data.length; at++) {
            if (at == from + (data.length - from) / 2 && List.of("cut", "stall").contains(how)) {
                exchange.getResponseBody().flush();
                pause(how.equals("stall") ? STALL_MILLIS : 0);
                return;
            }
            pause(how.equals("drip") ? DRIP_MILLIS : 0);
            exchange.getResponseBody().write(data[at]);
            if (how.equals("drip")) {
                exchange.getResponseBody().flush();
            }
        }
    }

    private static void write(HttpExchange exchange, byte[] data, int from) throws IOException {
        int sent = from;
        try {
            while (sent < data.length) {
                int length = Math.min(CHUNK, data.length - sent);
                exchange.getResponseBody().write(data, sent, length);
                sent += length;
            }
        } finally {
            ENDS.add(sent);
        }
    }

    /** Five seconds, if it shall go wrong this way. */
    static void pauseIf(String way, String how) {
        if (how.equals(way)) {
            pause(5_000);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
