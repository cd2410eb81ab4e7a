package dev.handshake.search;

import dev.handshake.account.AccountNumbers;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.catalog.ImageList;
import dev.handshake.catalog.ImageQuery;
import dev.handshake.catalog.ImageSearch;
import dev.handshake.image.Image;
import dev.handshake.sharing.Label;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.web.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.EnumSet;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * {@code /{region}/search}: images by name, id or account, accounts by number or label, pages and actions. The command
 * palette of the script shows the same results.
 */
@Path("/{region}/search")
@Authenticated
public class SearchResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(
                Actor actor, String q, List<Image> images, List<Label> accounts, List<Shortcut> shortcuts);
    }

    private static final int MAX_IMAGES = 8;
    private static final int MAX_ACCOUNTS = 5;

    /** More than any name; a search for it would only cost time. */
    private static final int MAX_LENGTH = 255;

    private final CurrentUser current;
    private final AccountNumbers numbers;

    SearchResource(CurrentUser current, AccountNumbers numbers) {
        this.current = current;
        this.numbers = numbers;
    }

    @GET
    public TemplateInstance show(String region, @RestQuery String q) {
        Actor actor = current.actorIn(region);
        String text = Text.truncate(MAX_LENGTH, Text.clean(q));
        return Templates.show(
                actor,
                text,
                text.isEmpty() ? List.of() : findImages(actor, text),
                text.isEmpty() ? List.of() : Label.search(actor, text, numbers.matches(text), MAX_ACCOUNTS),
                Shortcut.find(actor, current.user().regions(), text));
    }

    /** Also those offered and not accepted, which have a page too. */
    private List<Image> findImages(Actor actor, String text) {
        ImageQuery query = new ImageQuery()
                .memberStatus(EnumSet.allOf(MembershipStatus.class))
                .search(new ImageSearch(text, numbers.matches(text)));
        return ImageList.page(actor, query, MAX_IMAGES).items();
    }
}
