/** Keyset pages and capped counts: no list gets slower because it is long. */
package dev.handshake.paging;
