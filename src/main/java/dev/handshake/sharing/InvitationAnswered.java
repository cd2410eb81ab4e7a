package dev.handshake.sharing;

import java.time.Duration;

/**
 * A consumer decided on an offer for the first time. Fired in the transaction of that decision.
 *
 * @param waitingTime from the offer to the decision
 */
public record InvitationAnswered(String region, Duration waitingTime) {}
