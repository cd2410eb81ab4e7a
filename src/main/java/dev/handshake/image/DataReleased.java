package dev.handshake.image;

import java.util.UUID;

/** Fired where something needs its data no more: data that nothing else uses goes once the transaction is through. */
public record DataReleased(String region, UUID key) {}
