package dev.handshake.imagesync;

import dev.handshake.glance.GlanceImage;
import dev.handshake.sharing.ObservedMembers.ObservedMember;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Glance says of one image.
 *
 * @param readAt before Glance was asked
 * @param image empty if the portal shows no such image
 * @param members empty if they are not known
 */
record ImageReading(Instant readAt, Optional<GlanceImage> image, Optional<List<ObservedMember>> members) {}
