package dev.handshake.glance;

import java.time.Instant;

/**
 * A member of an image, as Glance has it.
 *
 * @param member id of a project, or whatever else the image's owner typed
 * @param status pending, accepted or rejected
 * @param createdAt when it was added first, by Glance's clock
 * @param updatedAt when it was added or decided last
 */
public record GlanceMember(String member, String status, Instant createdAt, Instant updatedAt) {}
