package dev.handshake.nova;

/**
 * What an account may have and has.
 *
 * @param servers the most; -1 for no limit
 * @param cores the most; -1 for no limit
 * @param ram the most, in MiB; -1 for no limit
 */
public record NovaLimits(int servers, int serversUsed, int cores, int coresUsed, int ram, int ramUsed) {}
