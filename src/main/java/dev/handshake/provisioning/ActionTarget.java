package dev.handshake.provisioning;

import java.util.UUID;

/** An action that may be tried. */
record ActionTarget(String region, UUID id, String account) {}
