/** How the portal refuses: one exception and one catalog of reasons. Only the exception mappers catch it. */
package dev.handshake.error;
