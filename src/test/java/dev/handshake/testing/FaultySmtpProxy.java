package dev.handshake.testing;

import java.io.BufferedReader;
import java.io.EOFException;
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
 * A proxy in front of a mail server that misbehaves depending on the recipient: {@code refused-…} is rejected,
 * {@code busy-…} is deferred once, and for {@code silent-…} the response is delayed by three seconds after the mail was
 * delivered.
 */
class FaultySmtpProxy implements AutoCloseable {

    private static final long SILENCE_MILLIS = 3_000;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Boolean> deferred = new ConcurrentHashMap<>();
    private final int serverPort;

    FaultySmtpProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        threads.execute(this::acceptConnections);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void acceptConnections() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> handle(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void handle(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            new SmtpSession(client, behind).run();
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection, processed line by line. */
    private class SmtpSession {

        private final BufferedReader fromClient;
        private final OutputStream toClient;
        private final BufferedReader fromServer;
        private final OutputStream toServer;
        private boolean isSilent;
        private boolean isData;

        SmtpSession(Socket client, Socket behind) throws IOException {
            fromClient = reader(client);
            toClient = client.getOutputStream();
            fromServer = reader(behind);
            toServer = behind.getOutputStream();
        }

        void run() throws IOException, InterruptedException {
            forwardReply();
            for (String line; (line = fromClient.readLine()) != null; ) {
                forward(line);
            }
        }

        private void forward(String line) throws IOException, InterruptedException {
            String refusal = line.startsWith("RCPT TO:<") ? rejection(line.substring(9)) : null;
            if (refusal != null) {
                write(toClient, refusal);
                return;
            }
            write(toServer, line);
            if (!isData || line.equals(".")) {
                forwardReply();
            }
            isData = line.equals("DATA") || isData && !line.equals(".");
        }

        private String rejection(String address) {
            isSilent = address.startsWith("silent-");
            if (address.startsWith("refused-")) {
                return "550 5.1.1 <" + address + " Nobody of that name here";
            }
            boolean isBusy = address.startsWith("busy-") && deferred.put(address, true) == null;
            return isBusy ? "451 4.3.2 Come back later" : null;
        }

        private void forwardReply() throws IOException, InterruptedException {
            String line;
            do {
                line = fromServer.readLine();
                if (line == null) {
                    throw new EOFException("The mail server closed the connection");
                }
                Thread.sleep(isSilent && isData ? SILENCE_MILLIS : 0);
                write(toClient, line);
            } while (line.startsWith("-", 3));
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
            listener.close();
        } catch (IOException stays) {
            throw new IllegalStateException(stays);
        }
    }
}
