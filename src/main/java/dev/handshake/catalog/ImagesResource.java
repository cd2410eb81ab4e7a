package dev.handshake.catalog;

import dev.handshake.account.AccountNumbers;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.image.Image;
import dev.handshake.paging.Page;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.TaskService;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** {@code /{region}/images}: the image list. */
@Path("/{region}/images")
@Authenticated
public class ImagesResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Actor actor, ImageListParams query, Page<ImageRow> page, String total, List<Task> imports);
    }

    /** Counting further would cost more than the page. */
    private static final int MAX_COUNT = 100;

    private final CurrentUser current;
    private final AccountNumbers numbers;
    private final TaskService tasks;

    ImagesResource(CurrentUser current, AccountNumbers numbers, TaskService tasks) {
        this.current = current;
        this.numbers = numbers;
        this.tasks = tasks;
    }

    @GET
    public TemplateInstance list(String region, @BeanParam ImageListParams query) {
        Actor actor = current.actorIn(region);
        Page<Image> found = ImageList.page(actor, query.toQuery(numbers), Page.DEFAULT_SIZE);
        Page<ImageRow> page = new Page<>(ImageRow.load(actor, found.items()), found.next(), found.previous());
        List<Task> imports = query.isStart() ? tasks.listUnfinished(actor, TaskKind.IMPORT) : List.of();
        return Templates.list(actor, query, page, total(actor, query, found), imports);
    }

    private String total(Actor actor, ImageListParams query, Page<Image> page) {
        boolean isAll = page.next() == null && page.previous() == null;
        long total = isAll ? page.items().size() : ImageList.count(actor, query.toFilter(numbers), MAX_COUNT + 1);
        return total > MAX_COUNT ? MAX_COUNT + "+" : String.valueOf(total);
    }
}
