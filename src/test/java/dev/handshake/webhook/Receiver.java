package dev.handshake.webhook;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.TestUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A receiver of webhooks, with the webhook that leads to it. */
record Receiver(TestUser owner, String box, String path, String secret) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param how what it answers, see {@code FakeReceiver} */
    static Receiver add(TestUser owner, String how) {
        String box = "box" + Cast.newAccountNumber();
        HtmlPage added = owner.posts("/DFW/webhooks", "url", FakeMirror.urlOf("/hooks/" + box + "/" + how))
                .is(200);
        return new Receiver(owner, box, added.path(), secretOn(added));
    }

    static String secretOn(HtmlPage page) {
        return page.text().replaceAll("(?s).*(whsec_[A-Za-z0-9+/=]+).*", "$1");
    }

    HtmlPage page() {
        return owner.opens(path).is(200);
    }

    HtmlPage replacesSecret() {
        return owner.opens(path + "/secrets").presses("Create secret").is(200);
    }

    /** Headers and body of each request. */
    List<Map<String, String>> requests() {
        try {
            return JSON.readValue(
                    TestUser.fetchText(FakeMirror.urlOf("/hooks/" + box)),
                    new TypeReference<List<Map<String, String>>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<Map<String, String>> awaitRequests(int number) {
        return Eventually.get(this::requests, found -> found.size() >= number);
    }

    /** The bodies of the first requests. */
    List<JsonNode> awaitBodies(int number) {
        return awaitRequests(number).stream()
                .map(each -> parse(each.get("body")))
                .toList();
    }

    List<String> types() {
        return requests().stream()
                .map(each -> parse(each.get("body")).get("type").asText())
                .toList();
    }

    HtmlPage awaitPage(String words) {
        return Eventually.get(this::page, page -> page.text().contains(words));
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
