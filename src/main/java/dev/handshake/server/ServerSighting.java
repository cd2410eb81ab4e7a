package dev.handshake.server;

import java.time.Instant;
import java.util.UUID;

/**
 * What the compute service says of a server.
 *
 * @param id its own id
 * @param state null for a status that says nothing about it, such as RESCUE
 * @param status its own word
 * @param task what it is doing with it; empty if nothing
 * @param fault empty unless it failed
 * @param at when it was asked
 */
public record ServerSighting(
        UUID id, String name, ServerState state, String status, String task, String fault, Instant at) {}
