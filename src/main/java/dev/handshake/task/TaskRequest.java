package dev.handshake.task;

import java.util.UUID;

/**
 * A task to be submitted.
 *
 * @param imageId the image it creates or reads
 * @param imageName the image's current name
 * @param input further parameters as JSON, up to {@link #MAX_INPUT_LENGTH} characters
 */
public record TaskRequest(TaskKind kind, UUID imageId, String imageName, String input) {

    /** Fits two columns of 16,000 characters, one less so that a surrogate pair is never split. */
    public static final int MAX_INPUT_LENGTH = 31_999;
}
