/** Tells open pages that something changed. */
package dev.handshake.live;
