package dev.handshake.webhook;

import java.util.UUID;

/** A webhook that has something to send. */
record WebhookTarget(String region, UUID webhook, String account) {}
