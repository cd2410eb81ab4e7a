package dev.handshake.task;

import java.util.UUID;

/**
 * What a task is to do.
 *
 * @param image that it makes or reads
 * @param imageName as it is called now
 * @param input what else the kind needs, as JSON of up to {@link #LONGEST_INPUT} characters
 */
public record Order(TaskKind kind, UUID image, String imageName, String input) {

    /** Two columns of 16,000 hold it; a character that is two in Java stays whole. */
    public static final int LONGEST_INPUT = 31_999;
}
