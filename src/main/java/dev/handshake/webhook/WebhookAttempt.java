package dev.handshake.webhook;

import java.util.List;
import java.util.UUID;

/**
 * One delivery, claimed to be sent.
 *
 * @param claim the id of this attempt
 * @param delivery the id of the message
 * @param secrets all of which sign
 */
record WebhookAttempt(
        UUID claim, WebhookTarget target, UUID delivery, String url, String host, String body, List<String> secrets) {}
