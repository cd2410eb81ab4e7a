package dev.handshake.glance;

/** What the portal does with a region's Glance. */
public enum GlanceMode {
    /** Shows its images and members, and changes nothing there. */
    OBSERVE,
    /** Also changes members there as people ask for here. */
    MIRROR,
    /** Also undoes there what could not have been done here. */
    ENFORCE
}
