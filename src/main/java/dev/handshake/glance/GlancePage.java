package dev.handshake.glance;

import java.util.List;

/**
 * A page of images, by id. Images whose id is not a UUID in lower case, which Glance allows, are left out.
 *
 * @param next the marker of the next page, as Glance wrote it; null at the end
 */
public record GlancePage(List<GlanceImage> images, String next) {}
