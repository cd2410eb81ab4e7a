package dev.handshake.search;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A page or an action that the search finds by its title.
 *
 * @param url a path of the portal
 */
public record Shortcut(String title, String url) {

    /** Those whose title has the text, ignoring case; all of them for empty text. */
    static List<Shortcut> find(Actor actor, List<String> regions, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.of(pages(actor), actions(actor), regions(actor, regions))
                .flatMap(each -> each)
                .filter(each -> each.title.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    private static Stream<Shortcut> pages(Actor actor) {
        Stream<Shortcut> ofAll = Stream.of(
                page(actor, "Images", "images"),
                page(actor, "Servers", "servers"),
                page(actor, "Invitations", "invitations"),
                page(actor, "Offers", "offers"),
                page(actor, "History", "history"),
                page(actor, "Costs", "costs"),
                page(actor, "Imports", "imports"),
                page(actor, "Exports", "exports"),
                page(actor, "Your reports", "reports"),
                page(actor, "Notifications", "notifications"),
                page(actor, "Notification settings", "notifications/settings"),
                page(actor, "Webhooks", "webhooks"),
                new Shortcut("Your account", "/account"));
        return Stream.concat(
                ofAll, actor.isOperator() ? Stream.of(page(actor, "Abuse reports", "abuse-reports")) : Stream.empty());
    }

    private static Stream<Shortcut> actions(Actor actor) {
        return actor.hasRole(Role.CREATOR)
                ? Stream.of(
                        page(actor, "Add image: upload", "images/uploads"),
                        page(actor, "Add image: import from URL", "imports/new"),
                        page(actor, "Register server", "servers/new"))
                : Stream.empty();
    }

    private static Stream<Shortcut> regions(Actor actor, List<String> regions) {
        return regions.stream()
                .filter(each -> !each.equals(actor.region()))
                .map(each -> new Shortcut("Region " + each, "/" + each + "/images"));
    }

    private static Shortcut page(Actor actor, String title, String path) {
        return new Shortcut(title, "/" + actor.region() + "/" + path);
    }
}
