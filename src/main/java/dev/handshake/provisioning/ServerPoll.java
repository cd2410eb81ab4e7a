package dev.handshake.provisioning;

import java.time.Instant;
import java.util.UUID;

/**
 * One question about an account's servers.
 *
 * @param since changes since this time, or null for all servers
 * @param marker of the page, or null for the first
 */
record ServerPoll(UUID claim, String region, String account, Instant since, UUID marker) {}
