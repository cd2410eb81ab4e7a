package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.http.RateLimiter;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.OfferForm;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Rate limits: 3,000 offers per hour and 2,000 sign-ins per minute in tests. */
@PortalTest
class OfferAndSignInRateLimitTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Cast cast = new Cast();

    @Test
    void an_account_makes_so_many_offers_an_hour_by_all_doors_together() {
        ApiClient owner = ApiClient.forUser(cast.producer);
        UUID image = owner.creates("pushed");
        IntStream.range(0, 4)
                .forEach(each -> owner.post("/v2/offers", offers(image, 1_000)).is(200));
        ApiClient.ApiResponse refused = untilRefused(owner, image);
        assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
        assertTrue(refused.text().contains("hourly limit of offers"), refused.text());
        ApiClient.forUser(cast.creator).post("/v2/offers", offers(image, 600)).is(429);
        cast.producer.posts("/DFW/offer-batches", form(image, 600)).is(429).says("hourly limit of offers");
        cast.producer.opens("/DFW/images/" + image).is(200);
    }

    /** Repeats, since a few tokens are refilled in the meantime. */
    private static ApiClient.ApiResponse untilRefused(ApiClient owner, UUID image) {
        ApiClient.ApiResponse apiResponse = owner.offers(image, "x");
        for (int each = 0; each < 200 && apiResponse.status() != 429; each++) {
            apiResponse = owner.offers(image, "x");
        }
        return apiResponse.is(429);
    }

    @Test
    void what_one_account_may_not_do_any_more_another_may() {
        ApiClient owner = ApiClient.forUser(cast.producer);
        UUID image = owner.creates("quiet");
        IntStream.range(0, 4)
                .forEach(each -> owner.post("/v2/offers", offers(image, 1_000)).is(200));
        owner.post("/v2/offers", offers(image, 600)).is(429);
        ApiClient another = ApiClient.forUser(cast.otherConsumer);
        another.offers(another.creates("other"), Cast.newAccountNumber()).is(200);
        ApiClient.forUser(cast.stranger).offers(image, "4711").is(404);
    }

    private static String offers(UUID image, int many) {
        String members =
                IntStream.range(0, many).mapToObj(each -> "\"x" + each + "\"").collect(Collectors.joining(","));
        return "{\"images\":[\"" + image + "\"],\"members\":[" + members + "]}";
    }

    private static String[] form(UUID image, int many) {
        String numbers = IntStream.range(0, many).mapToObj(each -> "x" + each).collect(Collectors.joining(" "));
        return OfferForm.fields(image, numbers);
    }

    @Test
    void an_address_signs_in_so_often_a_minute() {
        HttpResponse<String> refused = IntStream.range(0, 200)
                .mapToObj(each -> assertFiftyRefill("203.0.113.7"))
                .flatMap(answers -> answers)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertTrue(refused.headers().firstValue("Retry-After").isPresent());
        assertTrue(refused.body().contains("Too many sign-ins"), refused.body());
        assertTrue(assertFiftyRefill("203.0.113.8").noneMatch(answer -> answer.statusCode() == 429));
        cast.producer.opens("/account").is(200);
    }

    /** Sends requests concurrently on kept-alive connections, much faster than tokens refill even on a slow machine. */
    private static Stream<HttpResponse<String>> assertFiftyRefill(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestUser.baseUrl() + "/login/callback?code=x&state=y"))
                .header("X-Forwarded-For", address)
                .build();
        return Stream.generate(() -> CLIENT.sendAsync(request, BodyHandlers.ofString())).limit(50).toList().stream()
                .map(CompletableFuture::join);
    }

    @Test
    void what_was_used_comes_back_steadily() throws InterruptedException {
        RateLimiter rateLimiter = new RateLimiter(20, Duration.ofSeconds(20), Reason.OFFERS_RATE_LIMITED);
        rateLimiter.consume("a", 20);
        RefusedException no = Assertions.assertThrows(RefusedException.class, () -> rateLimiter.consume("a", 2));
        Duration pause = no.retryAfter().orElseThrow();
        assertTrue(pause.toMillis() <= 3_000, pause::toString);
        Thread.sleep(pause.toMillis());
        rateLimiter.consume("a", 2);
        rateLimiter.consume("b", 20);
        new RateLimiter(0, Duration.ofSeconds(1), Reason.OFFERS_RATE_LIMITED).consume("a", 1_000_000);
    }
}
