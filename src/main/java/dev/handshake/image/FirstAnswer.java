package dev.handshake.image;

import java.time.Duration;

/**
 * Told, as an event, in the transaction in which a consumer decides on an offer for the first time.
 *
 * @param waited from the offer on
 */
public record FirstAnswer(String region, Duration waited) {}
