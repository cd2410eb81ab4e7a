package dev.handshake.image;

import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.Work;
import jakarta.enterprise.context.ApplicationScoped;

/** Data that a client sends to an announced image. */
@ApplicationScoped
class UploadWork implements Work {

    private final Filling filling;

    UploadWork(Filling filling) {
        this.filling = filling;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.UPLOAD;
    }

    @Override
    public void giveUp(Task task) {
        filling.giveUp(task.region, task.imageId);
    }
}
