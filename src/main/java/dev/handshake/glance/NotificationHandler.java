package dev.handshake.glance;

import java.util.UUID;

/** Follows the images that notifications are about. Called by one thread for each region. */
public interface NotificationHandler {

    /** Whether notifications of the region may be followed yet. */
    boolean isReady(String region);

    /**
     * Reads the image at Glance, and follows what has changed.
     *
     * @throws RuntimeException if it should be tried again
     */
    NotificationOutcome follow(String region, UUID image);
}
