/** Limits on connections, before any request: their number per client, and the time to send a request. */
package dev.handshake.connection;
