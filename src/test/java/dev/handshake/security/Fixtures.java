package dev.handshake.security;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.TaskPage;
import dev.handshake.testing.TestUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One of every resource an account can have, each with a name that no other account may read. */
class Fixtures {

    /** Part of every name, so that leaks are easy to detect. */
    static final String MARK = "crownjewel";

    final Cast cast = new Cast();
    private final Map<String, String> values = new HashMap<>();

    Fixtures() {
        String image = put("image", cast.image(MARK));
        String offering = cast.offers(cast.image(MARK + " offered"), cast.consumer.account)
                .path();
        put("offering", offering.replaceAll(".*/", ""));
        cast.offers(UUID.fromString(image), cast.consumer.account);
        put("invitation", cast.pending(MARK + " invited"));
        put("queued", ApiClient.forUser(cast.producer).creates(MARK + " queued"));
        put("server", cast.server(cast.producer, UUID.fromString(image), MARK + " server"));
        put(
                "offer",
                cast.producer.opens("/DFW/offers").element("input[name=offer]").val());
        createExport(image);
        createImport();
        createWebhook();
        createConsumerResources();
        cast.producer
                .opens("/DFW/images/" + image + "/edit")
                .presses("Save", "tags", MARK)
                .is(200);
        values.putAll(Map.of("region", "DFW", "name", MARK, "account", cast.consumer.account));
        values.putAll(Map.of("member", cast.consumer.account, "tag", MARK, "number", "4711"));
        put("new", UUID.randomUUID());
        put("unknown", UUID.randomUUID());
    }

    private void createExport(String image) {
        HtmlPage export = cast.producer.posts("/DFW/exports", "image", image, "acknowledged", "yes");
        put("export", TaskPage.taskId(export));
        HtmlPage ready = TaskPage.awaitFinished(cast.producer, export);
        put("signed", ready.element("a[href*=signature]").attr("href").replaceAll("^[^?]*", ""));
    }

    private void createImport() {
        String[] form = {"name", MARK + " fetched", "address", FakeMirror.urlOf("/disk.qcow2")};
        HtmlPage fetching = cast.producer.posts("/DFW/imports", form);
        put("import", TaskPage.taskId(fetching));
        put("task", TaskPage.taskId(fetching));
        TaskPage.awaitFinished(cast.producer, fetching);
    }

    private void createWebhook() {
        HtmlPage webhook = cast.producer.posts("/DFW/webhooks", "url", FakeMirror.urlOf("/hooks/" + MARK + "/ok"));
        put("webhook", webhook.is(200).path().replaceAll(".*/", ""));
        put("delivery", idInAction(webhook.presses("Send test event"), "form[action$='/resends']"));
    }

    private void createConsumerResources() {
        TestUser consumer = cast.consumer.withClaim("email", "iris" + Cast.newAccountNumber() + "@mail.example");
        HtmlPage wishes = consumer.posts("/DFW/notifications/settings/mails").is(200);
        put("subscription", idInAction(wishes, "form[action*='/mails/']"));
        put("notice", idInAction(consumer.opens("/DFW/notifications"), "form[action$='/reading']"));
        // a suspension of other data than its own would take long, and last if a test fails
        UUID image = cast.image(cast.producer, MARK + " reported", Cast.uniqueDiskFile());
        cast.offers(image, cast.consumer.account);
        HtmlPage reported = consumer.posts("/DFW/reports", "image", image.toString(), "ground", "error", "words", MARK);
        put("case", reported.is(200).path().replaceAll(".*/", ""));
        consumer.posts("/DFW/notifications/mutes", "number", "4711").is(200);
    }

    private static String idInAction(HtmlPage page, String form) {
        return page.element(form).attr("action").replaceAll(".*/([^/]+)/[^/]+$", "$1");
    }

    private String put(String word, Object value) {
        values.put(word, value.toString());
        return value.toString();
    }

    /** Replaces every placeholder in braces by its value. */
    String fillIn(String text) {
        String filled = text;
        for (Map.Entry<String, String> each : values.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }

    /** An observer of the account that owns the resource. */
    TestUser observerOf(String thing) {
        return belongsToConsumer(thing) ? cast.consumerObserver : cast.observer;
    }

    TestUser adminOf(String thing) {
        return belongsToConsumer(thing) ? cast.consumer : cast.producer;
    }

    private static boolean belongsToConsumer(String thing) {
        return List.of("invitation", "case", "notice", "subscription").contains(thing);
    }

    /** Everything anyone could have changed, as seen by its owners. */
    String visibleState() {
        ApiClient owner = ApiClient.forUser(cast.producer);
        ApiClient consumer = ApiClient.forUser(cast.consumer);
        StringBuilder seen = new StringBuilder();
        for (String each : List.of(
                "images", "images/{image}/members", "images/{invitation}/members", "servers", "tasks", "offers")) {
            seen.append(owner.get(fillIn("/v2/" + each)).is(200).text()).append('\n');
            seen.append(consumer.get(fillIn("/v2/" + each)).is(200).text()).append('\n');
        }
        seen.append(cast.consumer.opens(fillIn("/DFW/reports/{case}")).texts("h1, .status"));
        seen.append(cast.consumer.opens("/DFW/notifications").texts(".notification-text, h1"));
        String settings = String.valueOf(
                cast.consumer.opens("/DFW/notifications/settings").texts("main"));
        seen.append(settings.replaceAll("just now|[0-9]+ minutes? ago", "then"));
        seen.append(cast.producer.opens("/DFW/history").texts(".history .status, .history bdi"));
        return seen.toString();
    }
}
