package dev.handshake.task;

import java.util.UUID;

/**
 * What a task is to do.
 *
 * @param image that it makes or reads
 * @param imageName as it is called now
 * @param input what else the kind needs, as JSON of up to 16,000 characters
 */
public record Order(TaskKind kind, UUID image, String imageName, String input) {}
