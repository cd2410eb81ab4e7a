package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.csv.CsvFile;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryEntry.HistoryLine;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.HistoryQueries;
import dev.handshake.image.Image;
import dev.handshake.paging.FilterParams;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code /{region}/history}: the history of an account's images and invitations, including deleted ones. */
@Path("/{region}")
@Authenticated
public class HistoryResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Actor actor,
                FilterParams query,
                HistoryEventType[] events,
                HistoryEventType event,
                Page<HistoryLine> page,
                Set<UUID> visible);
    }

    private static final List<String> CSV_HEADER =
            List.of("at", "event", "image_id", "image_name", "owner", "member", "by");

    private final CurrentUser current;

    HistoryResource(CurrentUser current) {
        this.current = current;
    }

    @GET
    @Path("history")
    public TemplateInstance list(String region, @BeanParam FilterParams query) {
        Actor actor = current.actorIn(region);
        HistoryQueries.Filter filter = HistoryQueries.Filter.from(query);
        Page<HistoryLine> page = HistoryQueries.page(actor, filter, query.position(), Page.DEFAULT_SIZE);
        return Templates.list(
                actor, query, HistoryEventType.values(), filter.event(), page, visibleImages(actor, page.items()));
    }

    @GET
    @Path("history.csv")
    public Response download(String region, @BeanParam FilterParams query) {
        Actor actor = current.actorIn(region);
        HistoryQueries.Filter filter = HistoryQueries.Filter.from(query);
        return CsvFile.download(
                "history-" + region,
                CSV_HEADER,
                query.position(),
                after -> CsvFile.Batch.of(
                        HistoryQueries.page(actor, filter, after, CsvFile.BATCH_SIZE)
                                .map(HistoryResource::toCsv),
                        Marker::parse));
    }

    private static List<Object> toCsv(HistoryLine line) {
        HistoryEntry entry = line.entry();
        return Arrays.asList(
                entry.at,
                entry.eventType.label(),
                entry.imageId,
                entry.imageName,
                entry.owner,
                entry.member,
                line.actorName());
    }

    /** The images that still have a page which the actor may open. */
    private static Set<UUID> visibleImages(Actor actor, List<HistoryLine> lines) {
        Set<UUID> ids = lines.stream().map(line -> line.entry().imageId).collect(Collectors.toSet());
        return Image.listVisible(actor, ids).stream().map(image -> image.id).collect(Collectors.toSet());
    }
}
