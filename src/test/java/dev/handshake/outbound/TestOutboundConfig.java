package dev.handshake.outbound;

import java.util.List;
import java.util.Optional;

/** Outbound settings for tests without a portal. */
public record TestOutboundConfig(
        Optional<List<CidrBlock>> allowedNetworks, Optional<List<CidrBlock>> deniedNetworks, List<Integer> allowedPorts)
        implements OutboundConfig {}
