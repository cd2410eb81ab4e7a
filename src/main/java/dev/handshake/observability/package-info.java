/**
 * Health checks, metrics and the access log, on a separate management port. Observes the other features; none of them
 * depends on it.
 */
package dev.handshake.observability;
