package dev.handshake.sharing;

import java.time.Duration;

/**
 * Told, as an event, in the transaction in which a consumer decides on an offer for the first time.
 *
 * @param waitingTime from the offer on
 */
public record InvitationAnswered(String region, Duration waitingTime) {}
