/** How the portal refuses: one exception and one catalogue of reasons. Only the exception mappers catch it. */
package dev.handshake.error;
