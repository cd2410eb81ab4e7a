package dev.handshake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentAccount;
import dev.handshake.image.Sharing;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.TaskStatus;
import dev.handshake.task.Tasks;
import dev.handshake.web.Marker;
import dev.handshake.web.Page;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** {@code /v2/tasks}, and {@code /v2/images/{id}/tasks}: what goes on in the background for an account. */
@Path("/{region}/v2")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class TasksApi {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskList(List<TaskBody> tasks, String first, String next) {}

    private final CurrentAccount current;
    private final Sharing sharing;
    private final Tasks tasks;

    TasksApi(CurrentAccount current, Sharing sharing, Tasks tasks) {
        this.current = current;
        this.sharing = sharing;
        this.tasks = tasks;
    }

    @GET
    @Path("tasks")
    public TaskList list(String region, UriInfo asked) {
        ListQuery query = new ListQuery(asked.getQueryParameters());
        Marker after = Marker.read(asked.getQueryParameters().getFirst("marker"));
        TaskKind kind = kind(asked.getQueryParameters().getFirst("type"));
        TaskStatus status = status(asked.getQueryParameters().getFirst("status"));
        Page<Task> page = tasks.of(current.in(region), kind, status, after, query.limit());
        String next = page.next() == null ? null : query.address("/v2/tasks", page.next());
        return new TaskList(bodies(page.items()), query.address("/v2/tasks", null), next);
    }

    @GET
    @Path("tasks/{task}")
    public TaskBody show(String region, String task) {
        return TaskBody.of(tasks.see(current.in(region), id(task)));
    }

    /** Those of the caller's account, since tasks tell of addresses. */
    @GET
    @Path("images/{id}/tasks")
    public TaskList of(String region, ImageId id) {
        Actor actor = current.in(region);
        UUID image = sharing.see(actor, id.uuid()).image().id;
        return new TaskList(bodies(tasks.of(actor, image)), null, null);
    }

    /** By the word that a task shows, or as an Image service calls an import; null for all. */
    private static TaskKind kind(String said) {
        if (said == null || said.isEmpty()) {
            return null;
        }
        return Arrays.stream(TaskKind.values())
                .filter(each -> said.equals(each.word()) || said.equals(TaskBody.type(each)))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.MALFORMED, "Invalid type value: " + said));
    }

    private static TaskStatus status(String said) {
        if (said == null || said.isEmpty()) {
            return null;
        }
        return Arrays.stream(TaskStatus.values())
                .filter(each -> said.equals(each.word()))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.MALFORMED, "Invalid status value: " + said));
    }

    private static UUID id(String said) {
        try {
            return UUID.fromString(said);
        } catch (IllegalArgumentException none) {
            throw new Refused(Reason.NOT_FOUND);
        }
    }

    private static List<TaskBody> bodies(List<Task> tasks) {
        return tasks.stream().map(TaskBody::of).toList();
    }
}
