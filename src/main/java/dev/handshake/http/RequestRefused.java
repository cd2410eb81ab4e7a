package dev.handshake.http;

import dev.handshake.error.Reason;

/** A request was refused. Fired before the response is sent. */
public record RequestRefused(Reason reason) {}
