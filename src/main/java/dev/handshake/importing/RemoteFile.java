package dev.handshake.importing;

import java.io.InputStream;

/**
 * A file being downloaded. Closing the import's connections ends it; the rest of the file is not read.
 *
 * @param size in bytes as announced by the server, or null
 */
record RemoteFile(InputStream data, Long size) {}
