package dev.handshake.imagedata;

import dev.handshake.task.Task;
import dev.handshake.task.TaskHandler;
import dev.handshake.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;

/** Data that a client sends to an announced image. */
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
