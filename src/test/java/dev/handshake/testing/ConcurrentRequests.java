package dev.handshake.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Sends many requests at the same moment, each in its own thread, without following redirects. */
public class ConcurrentRequests implements AutoCloseable {

    /** A response with the times of sending and receiving, by {@link System#nanoTime()}. */
    public record TimedResponse(int status, String location, long sentNanos, long receivedNanos) {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();

    public List<TimedResponse> sendAll(List<Callable<TimedResponse>> requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(requests.size());
        List<Future<TimedResponse>> answers = new ArrayList<>();
        for (Callable<TimedResponse> request : requests) {
            answers.add(threads.submit(() -> {
                start.await();
                return request.call();
            }));
        }
        List<TimedResponse> done = new ArrayList<>();
        for (Future<TimedResponse> answer : answers) {
            done.add(answer.get());
        }
        return done;
    }

    /** A form post by the user; fields are pairs of name and value. */
    public Callable<TimedResponse> post(TestUser testUser, String path, String... fields) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestUser.absoluteUrl(path)))
                .header("Cookie", sessionCookies(testUser))
                .header("Origin", TestUser.baseUrl())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(formEncoded(fields)))
                .build();
        return () -> send(request);
    }

    private TimedResponse send(HttpRequest request) throws IOException, InterruptedException {
        long asked = System.nanoTime();
        HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
        String location = response.headers().firstValue("Location").orElse("");
        return new TimedResponse(response.statusCode(), location, asked, System.nanoTime());
    }

    public static String sessionCookies(TestUser testUser) {
        return testUser.cookies().entrySet().stream()
                .filter(each -> each.getKey().startsWith("q_session"))
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    public static String formEncoded(String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int each = 0; each < fields.length; each += 2) {
            pairs.add(fields[each] + "=" + URLEncoder.encode(fields[each + 1], StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
