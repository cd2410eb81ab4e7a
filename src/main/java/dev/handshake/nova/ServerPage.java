package dev.handshake.nova;

import java.util.List;
import java.util.UUID;

/**
 * A page of servers.
 *
 * @param next the marker of the next page; null after the last one
 */
public record ServerPage(List<NovaServer> servers, UUID next) {}
