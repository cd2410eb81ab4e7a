package dev.handshake.webhook;

/**
 * The outcome of one attempt.
 *
 * @param responseCode null if there was no response
 * @param reason a sentence for the account, or null
 * @param millis the duration
 */
record WebhookOutcome(Integer responseCode, String reason, long millis) {

    boolean isDelivered() {
        return responseCode != null && responseCode / 100 == 2;
    }
}
