/** Detects disk image formats from the content of files while they stream through. */
package dev.handshake.disk;
