package dev.handshake.webhook;

/** A delivery was attempted; its outcome is recorded. */
public record WebhookAttempted(boolean isDelivered) {}
