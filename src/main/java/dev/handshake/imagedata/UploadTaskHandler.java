package dev.handshake.imagedata;

import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.Work;
import jakarta.enterprise.context.ApplicationScoped;

/** Data that a client sends to an announced image. */
@ApplicationScoped
class UploadTaskHandler implements Work {

    private final ImageUploadService uploads;

    UploadTaskHandler(ImageUploadService imageUploadService) {
        this.uploads = imageUploadService;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.UPLOAD;
    }

    @Override
    public void giveUp(Task task) {
        uploads.abort(task.region, task.imageId);
    }
}
