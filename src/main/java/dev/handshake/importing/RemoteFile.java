package dev.handshake.importing;

import java.io.InputStream;

/**
 * A file on its way from an address. Cutting the connections ends it: what is left of the file is never read.
 *
 * @param size bytes that the other side announced, or null
 */
record RemoteFile(InputStream data, Long size) {}
