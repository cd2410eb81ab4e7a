package dev.handshake.walls;

import dev.handshake.Cast;
import dev.handshake.Mirror;
import dev.handshake.Page;
import dev.handshake.Person;
import dev.handshake.Script;
import dev.handshake.TaskPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One of everything that an account can have, each with a name that nobody else may read. */
class Things {

    /** Part of every name, so that it shows where anything leaked. */
    static final String MARK = "crownjewel";

    final Cast cast = new Cast();
    private final Map<String, String> words = new HashMap<>();

    Things() {
        String image = put("image", cast.image(MARK));
        String offering = cast.offers(cast.image(MARK + " offered"), cast.consumer.account)
                .path();
        put("offering", offering.replaceAll(".*/", ""));
        cast.offers(UUID.fromString(image), cast.consumer.account);
        put("invitation", cast.pending(MARK + " invited"));
        put("queued", Script.of(cast.producer).creates(MARK + " queued"));
        put("server", cast.server(cast.producer, UUID.fromString(image), MARK + " server"));
        put(
                "offer",
                cast.producer.opens("/DFW/offers").first("input[name=offer]").val());
        takenOut(image);
        fetched();
        consumers();
        cast.producer
                .opens("/DFW/images/" + image + "/details")
                .presses("Keep", "tags", MARK)
                .is(200);
        words.putAll(Map.of("region", "DFW", "name", MARK, "account", cast.consumer.account));
        words.putAll(Map.of("member", cast.consumer.account, "tag", MARK, "number", "4711"));
        put("new", UUID.randomUUID());
        put("unknown", UUID.randomUUID());
    }

    private void takenOut(String image) {
        Page export = cast.producer.posts("/DFW/exports", "image", image, "acknowledged", "yes");
        put("export", TaskPage.id(export));
        Page ready = TaskPage.over(cast.producer, export);
        put("signed", ready.first("a[href*=signature]").attr("href").replaceAll("^[^?]*", ""));
    }

    private void fetched() {
        String[] form = {"name", MARK + " fetched", "address", Mirror.at("/disk.qcow2")};
        Page fetching = cast.producer.posts("/DFW/imports", form);
        put("import", TaskPage.id(fetching));
        put("task", TaskPage.id(fetching));
        TaskPage.over(cast.producer, fetching);
    }

    private void consumers() {
        Person consumer = cast.consumer.claiming("email", "iris" + Cast.number() + "@mail.example");
        Page wishes = consumer.posts("/DFW/notices/wishes/mails").is(200);
        put("subscription", middle(wishes, "form[action*='/mails/']"));
        put("notice", middle(consumer.opens("/DFW/notices"), "form[action$='/reading']"));
        String image = cast.pending(MARK + " reported").toString();
        Page reported = consumer.posts("/DFW/cases", "image", image, "ground", "error", "words", MARK);
        put("case", reported.is(200).path().replaceAll(".*/", ""));
        consumer.posts("/DFW/notices/mutes", "number", "4711").is(200);
    }

    private static String middle(Page page, String form) {
        return page.first(form).attr("action").replaceAll(".*/([^/]+)/[^/]+$", "$1");
    }

    private String put(String word, Object value) {
        words.put(word, value.toString());
        return value.toString();
    }

    /** The text with every name in braces replaced by what it stands for. */
    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> each : words.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }

    /** The person of {@code role} in the account whose thing it is. */
    Person observerOf(String thing) {
        return isConsumers(thing) ? cast.consumersObserver : cast.observer;
    }

    Person adminOf(String thing) {
        return isConsumers(thing) ? cast.consumer : cast.producer;
    }

    private static boolean isConsumers(String thing) {
        return List.of("invitation", "case", "notice", "subscription").contains(thing);
    }

    /** Everything that anybody could have changed, as those see it whose it is. */
    String look() {
        Script owner = Script.of(cast.producer);
        Script consumer = Script.of(cast.consumer);
        StringBuilder seen = new StringBuilder();
        for (String each : List.of(
                "images", "images/{image}/members", "images/{invitation}/members", "servers", "tasks", "offers")) {
            seen.append(owner.get(fill("/v2/" + each)).is(200).text()).append('\n');
            seen.append(consumer.get(fill("/v2/" + each)).is(200).text()).append('\n');
        }
        seen.append(cast.consumer.opens(fill("/DFW/cases/{case}")).texts("h1, .badge"));
        seen.append(cast.consumer.opens("/DFW/notices").texts(".notice-words, .badge, h1"));
        seen.append(cast.consumer.opens("/DFW/notices/wishes").texts("main"));
        seen.append(cast.producer.opens("/DFW/history").texts(".row-card b, h1"));
        return seen.toString();
    }
}
