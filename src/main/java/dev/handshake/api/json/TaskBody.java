package dev.handshake.api.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.handshake.importing.ImportService;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.web.Formats;
import java.util.Map;
import java.util.UUID;

/** The JSON of a task, in Glance's format. */
public record TaskBody(
        UUID id,
        String type,
        String status,
        String owner,
        @JsonProperty("image_id") UUID image,
        Map<String, Object> input,
        Map<String, Object> result,
        String message,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt,
        String self) {

    public static TaskBody of(Task task) {
        boolean isImport = task.kind == TaskKind.IMPORT;
        return new TaskBody(
                task.id,
                type(task.kind),
                task.status().apiName(),
                task.account,
                task.imageId,
                isImport ? input(task) : Map.of("image_id", task.imageId),
                task.isSuccess() ? Map.of("image_id", task.imageId) : null,
                task.message == null ? "" : task.message,
                Formats.iso(task.createdAt),
                Formats.iso(task.updatedAt),
                "/v2/tasks/" + task.id);
    }

    public static String type(TaskKind kind) {
        return kind == TaskKind.IMPORT ? "api_image_import" : kind.label();
    }

    private static Map<String, Object> input(Task task) {
        Map<String, Object> method = Map.of("name", ImportMethods.WEB_DOWNLOAD, "uri", ImportService.urlOf(task));
        return Map.of("image_id", task.imageId, "import_req", Map.of("method", method));
    }
}
