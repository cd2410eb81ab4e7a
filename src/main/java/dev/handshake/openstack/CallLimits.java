package dev.handshake.openstack;

import java.time.Duration;

/**
 * Limits of the calls to a service.
 *
 * @param timeout the longest time of one call, including the sign-in at Keystone
 * @param maxConcurrent calls of this replica at a time; any other fails at once
 */
public record CallLimits(Duration timeout, int maxConcurrent) {}
