/**
 * What the portal shows to those who run it, on a port of its own: whether it and what it depends on are well, what it
 * counts, and a line for each request. It listens to the features; none of them knows of it.
 */
package dev.handshake.observability;
