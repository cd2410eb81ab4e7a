package dev.handshake.imagesync;

import java.util.UUID;

/**
 * A page to be read.
 *
 * @param claim holds the lease on its region's sweep
 * @param hidden whether of the images that lists leave out
 * @param marker as Glance gave it with the page before, or null
 * @param copiedTo the last image of the pages before, or null
 * @param isFirstSweep whether no sweep of the region was completed yet, so that nothing in it is news
 */
record SweepPage(String region, UUID claim, boolean hidden, String marker, UUID copiedTo, boolean isFirstSweep) {

    /** @param next marker of the next page; null at the end */
    record Copied(String next, UUID last) {}
}
