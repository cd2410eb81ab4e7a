package dev.handshake.server;

/** A line was added to what happened to a server. Fired in the transaction that adds it. */
public record ServerEventRecorded(ServerEvent event) {}
