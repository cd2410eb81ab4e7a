package dev.handshake.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that sends given bytes, optionally repeating the last line forever. */
class MisbehavingServer implements Closeable {

    private final ServerSocket server;
    private final Map<String, String> answers;
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** @param answers by prefix of the path; the last line of an answer ending in … is repeated forever */
    MisbehavingServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        startDaemon(this::accept);
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                startDaemon(() -> answer(socket));
            }
        } catch (IOException over) {
            // the test has ended
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            StringBuilder request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0) {
                request.append((char) socket.getInputStream().read());
                if (request.charAt(0) != 'G') {
                    send(socket.getOutputStream(), "HTTP/1.1 400 This is no TLS\r\n\r\n");
                    return;
                }
            }
            requests.add(request.toString());
            String path = request.toString().split(" ")[1];
            String answer = answers.entrySet().stream()
                    .filter(each -> path.startsWith(each.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            send(socket.getOutputStream(), answer);
            Thread.sleep(100);
        } catch (IOException | InterruptedException gone) {
            // the client disconnected
        }
    }

    private static void send(OutputStream out, String answer) throws IOException, InterruptedException {
        boolean isEndless = answer.endsWith("…");
        String text = isEndless ? answer.substring(0, answer.length() - 1) : answer;
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        String again = text.substring(text.lastIndexOf('|') + 1);
        while (isEndless) {
            Thread.sleep(50);
            out.write(again.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void startDaemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
