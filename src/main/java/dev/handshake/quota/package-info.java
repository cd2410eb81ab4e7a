/** Limits on what one account may have in one region, counted and checked in the transaction that adds. */
package dev.handshake.quota;
