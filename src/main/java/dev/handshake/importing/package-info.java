/** Imports of images from URLs, through the guarded client of {@code outbound}. */
package dev.handshake.importing;
