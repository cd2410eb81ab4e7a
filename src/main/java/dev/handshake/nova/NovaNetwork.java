package dev.handshake.nova;

import java.util.UUID;

/** A network that servers of the account can be attached to. */
public record NovaNetwork(UUID id, String name) {}
