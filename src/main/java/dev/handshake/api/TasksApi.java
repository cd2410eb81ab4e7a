package dev.handshake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.json.ListParams;
import dev.handshake.api.json.TaskBody;
import dev.handshake.api.json.UuidParam;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.sharing.SharingService;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.TaskService;
import dev.handshake.task.TaskStatus;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** {@code /v2/tasks} and {@code /v2/images/{id}/tasks}: the background tasks of an account. */
@Path("/{region}/v2")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class TasksApi {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskListBody(List<TaskBody> tasks, String first, String next) {}

    private final CurrentUser current;
    private final SharingService sharing;
    private final TaskService tasks;

    TasksApi(CurrentUser current, SharingService sharing, TaskService tasks) {
        this.current = current;
        this.sharing = sharing;
        this.tasks = tasks;
    }

    @GET
    @Path("tasks")
    public TaskListBody list(String region, UriInfo asked) {
        ListParams query = new ListParams(asked.getQueryParameters());
        Marker after = Marker.parse(asked.getQueryParameters().getFirst("marker"));
        TaskKind kind = parseKind(asked.getQueryParameters().getFirst("type"));
        TaskStatus status = parseStatus(asked.getQueryParameters().getFirst("status"));
        Page<Task> page = tasks.list(current.actorIn(region), kind, status, after, query.limit());
        String next = page.next() == null ? null : query.url("/v2/tasks", page.next());
        return new TaskListBody(bodies(page.items()), query.url("/v2/tasks", null), next);
    }

    @GET
    @Path("tasks/{task}")
    public TaskBody show(String region, String task) {
        return TaskBody.of(tasks.get(current.actorIn(region), parseId(task)));
    }

    /** Only tasks of the caller's account, since they contain URLs. */
    @GET
    @Path("images/{id}/tasks")
    public TaskListBody listOfImage(String region, UuidParam id) {
        Actor actor = current.actorIn(region);
        UUID image = sharing.loadAccess(actor, id.uuid()).image().id;
        return new TaskListBody(bodies(tasks.listByImage(actor, image)), null, null);
    }

    /** Accepts the task's label, or the Images API's name for an import; null for all. */
    private static TaskKind parseKind(String said) {
        if (said == null || said.isEmpty()) {
            return null;
        }
        return Arrays.stream(TaskKind.values())
                .filter(each -> said.equals(each.label()) || said.equals(TaskBody.type(each)))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.MALFORMED, "Invalid type value: " + said));
    }

    private static TaskStatus parseStatus(String said) {
        if (said == null || said.isEmpty()) {
            return null;
        }
        return Arrays.stream(TaskStatus.values())
                .filter(each -> said.equals(each.apiName()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.MALFORMED, "Invalid status value: " + said));
    }

    private static UUID parseId(String said) {
        try {
            return UUID.fromString(said);
        } catch (IllegalArgumentException none) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
    }

    private static List<TaskBody> bodies(List<Task> tasks) {
        return tasks.stream().map(TaskBody::of).toList();
    }
}
