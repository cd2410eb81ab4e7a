/** Keyset pages and bounded counts: no list costs more because it is long. */
package dev.handshake.paging;
