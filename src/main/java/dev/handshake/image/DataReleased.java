package dev.handshake.image;

import java.util.UUID;

/**
 * Something no longer needs its data. If nothing else references the data, it is deleted after the transaction commits.
 */
public record DataReleased(String region, UUID key) {}
