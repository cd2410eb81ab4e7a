package dev.handshake.task;

import java.util.UUID;

/**
 * What a task is to do.
 *
 * @param imageId that it makes or reads
 * @param imageName as it is called now
 * @param input what else the kind needs, as JSON of up to {@link #MAX_INPUT_LENGTH} characters
 */
public record TaskRequest(TaskKind kind, UUID imageId, String imageName, String input) {

    /** Two columns of 16,000 hold it; a character that is two in Java stays whole. */
    public static final int MAX_INPUT_LENGTH = 31_999;
}
