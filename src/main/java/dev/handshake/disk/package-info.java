/** Recognises disk image files from their content, as their bytes go by. */
package dev.handshake.disk;
