/** How the portal says no: one exception, one catalogue of reasons, caught by the exception mappers alone. */
package dev.handshake.error;
