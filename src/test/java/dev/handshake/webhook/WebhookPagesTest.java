package dev.handshake.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees and changes webhooks. */
@PortalTest
@AlsoOnH2
class WebhookPagesTest {

    private static final String LIST = "/DFW/webhooks";

    private final Cast cast = new Cast();

    @Test
    void an_admin_adds_changes_and_removes_one() {
        cast.producer.opens("/account").says("Webhooks");
        HtmlPage added = cast.producer
                .opens(LIST)
                .says("No webhooks yet")
                .presses("Add webhook", "url", "https://hooks.example.com/a?b=c")
                .is(200)
                .says("Webhook added", "https://hooks.example.com/a?b=c", "None yet");
        cast.producer.opens(LIST).says("https://hooks.example.com/a?b=c", "On", "by Nora");
        added.follows("Remove…")
                .says("Remove this webhook?", "https://hooks.example.com/a?b=c")
                .presses("Remove webhook")
                .is(200)
                .says("The webhook is removed", "No webhooks yet");
        cast.producer.opens(added.path()).is(404);
    }

    @Test
    void creators_and_observers_read_and_others_find_nothing() {
        Receiver receiver = Receiver.add(cast.producer, "ok");
        for (TestUser reader : List.of(cast.creator, cast.observer)) {
            HtmlPage page = reader.opens(receiver.path()).is(200).says(receiver.box());
            assertFalse(page.hasAction("Remove…") || page.hasAction("New secret…") || page.hasAction("Send"));
            reader.opens(receiver.path() + "/removal").is(403);
            reader.opens(receiver.path() + "/secrets").is(403);
            assertFalse(reader.opens(LIST).says(receiver.box()).hasAction("Add webhook"));
            reader.posts(LIST, "url", "https://hooks.example.com/").is(403);
            for (String action : List.of("removal", "secrets", "activation", "tests")) {
                reader.posts(receiver.path() + "/" + action).is(403);
                cast.stranger.posts(receiver.path() + "/" + action).is(404);
            }
        }
        cast.stranger.opens(receiver.path()).is(404);
        cast.stranger.opens(LIST).is(200).doesNotSay(receiver.box());
        cast.producer.opens(receiver.path().replace("DFW", "ORD")).is(404);
    }

    @Test
    void a_secret_is_shown_once() {
        Receiver receiver = Receiver.add(cast.producer, "ok");
        assertTrue(receiver.secret().startsWith("whsec_"));
        receiver.page().doesNotSay("whsec_");
        HtmlPage renewed = receiver.replacesSecret().says("For 24 hours the previous secret signs too");
        assertFalse(renewed.html().contains(receiver.secret()));
        receiver.page().doesNotSay("whsec_").says("Previous secret");
        cast.observer.opens(receiver.path()).doesNotSay("whsec_");
        cast.producer.opens("/DFW/history").doesNotSay("whsec_");
    }

    @Test
    void there_are_a_few_in_each_region() {
        IntStream.range(0, 5).forEach(each -> Receiver.add(cast.producer, "ok"));
        assertFalse(cast.producer.opens(LIST).says("at most 5 webhooks").hasAction("Add webhook"));
        cast.producer
                .posts(LIST, "url", "https://hooks.example.com/")
                .is(422)
                .says("An account can have at most 5 webhooks in a region. Remove one first.");
        cast.producer
                .posts("/ORD/webhooks", "url", "https://hooks.example.com/")
                .is(200);
        Receiver.add(cast.consumer, "ok");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Enter a URL of the form https://host/path.",
        "hooks.example.com, Enter a URL of the form https://host/path.",
        "file:///etc/passwd, Only http and https URLs are allowed.",
        "javascript:alert(1), Only http and https URLs are allowed.",
        "https://u:p@hooks.example.com/, The URL contains a user name or password",
        "https://hooks.example.com:22/, This portal does not connect to port 22.",
        "http://0x7f.1/, 0x7f.1 is an unusual spelling of an IP address",
        "http://2130706433/, 2130706433 is an unusual spelling of an IP address"
    })
    void a_url_is_refused_beside_its_field(String url, String sentence) {
        HtmlPage again = cast.producer.posts(LIST, "url", url).is(422).says(sentence);
        assertEquals(url, again.element("#url").val());
        cast.producer.opens(LIST).says("No webhooks yet");
    }

    @Test
    void a_url_that_is_too_long_or_hostile_breaks_nothing() {
        cast.producer
                .posts(LIST, "url", "https://hooks.example.com/" + "x".repeat(2_000))
                .is(422)
                .says("Use a URL of at most 2000 characters.");
        HtmlPage page = cast.producer
                .posts(LIST, "url", "https://hooks.example.com/\"><script>x</script>\u202e")
                .is(200);
        assertEquals(0, page.elements("main script").size());
    }

    @Test
    void pages_cost_a_fixed_number_of_queries() {
        Receiver receiver = Receiver.add(cast.producer, "ok");
        long list = count(LIST);
        long one = count(receiver.path());
        Receiver.add(cast.producer, "ok");
        IntStream.range(0, 3)
                .forEach(each -> receiver.page().presses("Send test event").is(200));
        assertEquals(list, count(LIST));
        assertEquals(one, count(receiver.path()));
        assertEquals(List.of(2L, 3L), List.of(list, one));
    }

    private long count(String path) {
        cast.producer.opens("/account");
        return QueryCounter.count(() -> cast.producer.opens(path).is(200));
    }

    @Test
    void the_page_looks_again_only_while_something_is_sent() {
        Receiver receiver = Receiver.add(cast.producer, "broken");
        assertEquals(0, receiver.page().elements("[data-live]").size());
        HtmlPage sent = receiver.page().presses("Send test event").is(200);
        assertEquals(1, sent.elements("[data-live]").size());
        Eventually.get(
                receiver::page,
                page -> page.text().contains("answered 500")
                        && page.elements("[data-live]").isEmpty());
    }

    /** Who offers learns nothing from the time: a number that nobody has costs the same. */
    @Test
    void an_offer_costs_the_same_whoever_listens() {
        Receiver.add(cast.consumer, "ok");
        assertEquals(offer(Cast.newAccountNumber()), offer(cast.consumer.account));
    }

    private long offer(String account) {
        ApiClient owner = ApiClient.forUser(cast.producer);
        return QueryCounter.count(
                () -> owner.offers(owner.creates("offered"), account).is(200));
    }

    @Test
    void what_is_inside_is_never_reached() {
        int before = FakeMirror.internalRequestCount();
        for (String host : List.of("127.0.0.1", "localhost", "[::1]")) {
            cast.producer
                    .posts(LIST, "url", FakeMirror.internalUrl(host))
                    .is(200)
                    .presses("Send test event")
                    .is(200);
        }
        for (var each : cast.producer.opens(LIST).elements("main tbody a")) {
            Eventually.isTrue(() -> cast.producer
                    .opens(each.absUrl("href"))
                    .text()
                    .contains("has no address that this portal connects to"));
        }
        assertEquals(before, FakeMirror.internalRequestCount());
    }
}
