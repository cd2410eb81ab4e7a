package dev.handshake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before a mail server, and behaves as the address that a mail goes to says: {@code refused-…} is unknown here,
 * {@code busy-…} is told once to come back later, and {@code silent-…} gets its mail, but the sender no answer for
 * three seconds.
 */
class Porter implements AutoCloseable {

    private static final long SILENCE = 3_000;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Boolean> turnedAway = new ConcurrentHashMap<>();
    private final int server;

    Porter(int server) throws IOException {
        this.server = server;
        threads.execute(this::stand);
    }

    int port() {
        return door.getLocalPort();
    }

    private void stand() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> attend(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void attend(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            new Talk(client, behind).all();
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection, line by line. */
    private class Talk {

        private final BufferedReader asks;
        private final OutputStream answers;
        private final BufferedReader serverAnswers;
        private final OutputStream serverAsks;
        private boolean isSilent;
        private boolean isData;

        Talk(Socket client, Socket behind) throws IOException {
            asks = reader(client);
            answers = client.getOutputStream();
            serverAnswers = reader(behind);
            serverAsks = behind.getOutputStream();
        }

        void all() throws IOException, InterruptedException {
            passAnswer();
            for (String line; (line = asks.readLine()) != null; ) {
                pass(line);
            }
        }

        private void pass(String line) throws IOException, InterruptedException {
            String refusal = line.startsWith("RCPT TO:<") ? refusal(line.substring(9)) : null;
            if (refusal != null) {
                write(answers, refusal);
                return;
            }
            write(serverAsks, line);
            if (!isData || line.equals(".")) {
                passAnswer();
            }
            isData = line.equals("DATA") || isData && !line.equals(".");
        }

        private String refusal(String address) {
            isSilent = address.startsWith("silent-");
            if (address.startsWith("refused-")) {
                return "550 5.1.1 <" + address + " Nobody of that name here";
            }
            boolean isBusy = address.startsWith("busy-") && turnedAway.put(address, true) == null;
            return isBusy ? "451 4.3.2 Come back later" : null;
        }

        private void passAnswer() throws IOException, InterruptedException {
            String line;
            do {
                line = serverAnswers.readLine();
                Thread.sleep(isSilent && isData ? SILENCE : 0);
                write(answers, line);
            } while (line.charAt(3) == '-');
        }

        private static BufferedReader reader(Socket socket) throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        private static void write(OutputStream to, String line) throws IOException {
            to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            to.flush();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            door.close();
        } catch (IOException stays) {
            throw new IllegalStateException(stays);
        }
    }
}
