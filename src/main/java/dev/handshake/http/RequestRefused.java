package dev.handshake.http;

import dev.handshake.error.Reason;

/** A request got no for an answer; told before that answer goes out. */
public record RequestRefused(Reason reason) {}
