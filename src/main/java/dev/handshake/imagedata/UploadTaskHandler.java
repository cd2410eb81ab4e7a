package dev.handshake.imagedata;

import dev.handshake.task.Task;
import dev.handshake.task.TaskHandler;
import dev.handshake.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;

/** Handles uploads by clients whose replica died: the image is queued again. */
@ApplicationScoped
class UploadTaskHandler implements TaskHandler {

    private final ImageUploadService uploads;

    UploadTaskHandler(ImageUploadService uploads) {
        this.uploads = uploads;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.UPLOAD;
    }

    @Override
    public void onFailure(Task task) {
        uploads.abort(task.region, task.imageId);
    }
}
